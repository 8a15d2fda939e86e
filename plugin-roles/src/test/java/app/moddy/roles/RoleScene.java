package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxAuditEntry;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxRole;
import app.moddy.sandbox.SandboxRoute;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guild with a role for each of two paid plans and one for both, and a bot that knows them. Bob is the user. */
final class RoleScene implements AutoCloseable {
    static final String MEMBER = "GET /guilds/{guild_id}/members/{user_id}";
    static final String GIVE = "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}";
    static final String TAKE = "DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}";

    private final Scene scene;
    private final SandboxRole basic;
    private final SandboxRole max;
    private final SandboxRole premium;
    private @Nullable RunningBot bot;

    RoleScene() {
        this(Scene.open());
    }

    RoleScene(Scene scene) {
        this.scene = scene;
        basic = guild().role("Basic");
        max = guild().role("Max");
        premium = guild().role("Premium");
    }

    String plans() {
        return "free: [], basic: ['%s', '%s'], max: ['%s', '%s']"
                .formatted(premium.id(), basic.id(), premium.id(), max.id());
    }

    RoleScene start() throws Exception {
        return start("plans: {" + plans() + "}");
    }

    /** @param settings of the plugin, without the outer braces */
    RoleScene start(String settings) throws Exception {
        return start(settings, Map.of());
    }

    /** @param plugins none: those of the class path */
    RoleScene start(String settings, Map<String, String> environment, BotPlugin... plugins) throws Exception {
        RunningBot.Builder builder = scene.bot().section("roles", "{" + settings + "}");
        environment.forEach(builder::environment);
        bot = (plugins.length == 0 ? builder : builder.plugins(plugins)).start();
        return this;
    }

    RunningBot bot() {
        RunningBot running = bot;
        assertThat(running).isNotNull();
        return running;
    }

    Answer post(String json) {
        return bot().backend().post("/internal/roles/update", json);
    }

    /** Bob has this plan, says a backend. */
    Answer plan(String plan) {
        return post("{\"discord_id\":\"%s\",\"plan\":\"%s\"}".formatted(bob().id(), plan));
    }

    /** Bob is to have these roles and not to have those. */
    Answer change(List<String> add, List<String> remove) {
        return post("{\"discord_id\":\"%s\",\"plan\":\"max\",\"add_roles\":%s,\"remove_roles\":%s}"
                .formatted(bob().id(), list(add), list(remove)));
    }

    private static String list(List<String> ids) {
        return ids.isEmpty() ? "[]" : "[\"" + String.join("\",\"", ids) + "\"]";
    }

    /** The changes that went over the wire, in order: {@code PUT Max}. */
    List<String> changes() {
        return discord().calls().stream()
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

    SandboxRoute on(String route) {
        return discord().on(route);
    }

    List<SandboxAuditEntry> auditLog() {
        return guild().auditLog();
    }

    Scene scene() {
        return scene;
    }

    DiscordSandbox discord() {
        return scene.discord();
    }

    SandboxGuild guild() {
        return scene.guild();
    }

    SandboxUser bob() {
        return scene.bob();
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

    @Override
    public void close() {
        if (bot != null) {
            bot.close();
        }
        scene.close();
    }
}
