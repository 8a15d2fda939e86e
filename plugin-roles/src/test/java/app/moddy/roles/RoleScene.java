package app.moddy.roles;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.BotExtension;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxRole;
import java.util.List;
import java.util.Map;

/** Roles in the guild: one for each of two paid plans and one for both, and a bot that knows them. Bob is the user. */
final class RoleScene {
    static final String UPDATE = "/internal/roles/update";
    static final String MEMBER = "GET /guilds/{guild_id}/members/{user_id}";
    static final String GIVE = "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}";
    static final String TAKE = "DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}";

    private final BotExtension bot;
    private final SandboxRole basic;
    private final SandboxRole max;
    private final SandboxRole premium;

    RoleScene(BotExtension bot) {
        this.bot = bot;
        basic = bot.guild().role("Basic");
        max = bot.guild().role("Max");
        premium = bot.guild().role("Premium");
    }

    String plans() {
        return "free: [], basic: ['%s', '%s'], max: ['%s', '%s']"
                .formatted(premium.id(), basic.id(), premium.id(), max.id());
    }

    void start() {
        start("plans: {" + plans() + "}");
    }

    /** @param settings of the plugin, without the outer braces */
    void start(String settings) {
        bot.section("roles", "{" + settings + "}").start();
    }

    Answer post(String json) {
        return bot.backend().post(UPDATE, json);
    }

    /** Bob has this plan, says a backend. */
    Answer plan(String plan) {
        return bot.backend().post(UPDATE, Map.of("discord_id", bot.bob().id(), "plan", plan));
    }

    /** Bob is to have these roles and not to have those. */
    Answer change(List<String> add, List<String> remove) {
        return bot.backend()
                .post(
                        UPDATE,
                        Map.of("discord_id", bot.bob().id(), "plan", "max", "add_roles", add, "remove_roles", remove));
    }

    /** The changes that went over the wire, in order: {@code PUT Max}. */
    List<String> changes() {
        return bot.discord().calls().stream()
                .filter(call -> call.route().equals(GIVE) || call.route().equals(TAKE))
                .map(this::change)
                .toList();
    }

    private String change(SandboxCall call) {
        String role = call.path().substring(call.path().lastIndexOf('/') + 1);
        return call.method() + " "
                + List.of(basic, max, premium).stream()
                        .filter(each -> each.id().equals(role))
                        .map(SandboxRole::name)
                        .findFirst()
                        .orElse(role);
    }

    SandboxRole basic() {
        return basic;
    }

    SandboxRole max() {
        return max;
    }

    SandboxRole premium() {
        return premium;
    }
}
