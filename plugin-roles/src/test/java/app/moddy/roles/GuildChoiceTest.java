package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.discord.MemberRoles;
import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In which guild roles are changed. */
class GuildChoiceTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private final RoleScene scene = new RoleScene(bot);

    /** What health says of it. */
    private PluginDetail detail() throws Exception {
        PluginDetail detail = bot.service(Plugins.class)
                .details()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .get(0);
        assertThat(detail.plugin() + "." + detail.name()).isEqualTo("roles.guild");
        return detail;
    }

    private void assertRefused(String why) {
        assertThat(scene.plan("max"))
                .hasStatus(500)
                .hasValue(
                        "",
                        Map.of("success", false, "message", "Failed to update roles: " + why, "roles_updated", false));
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void severalGuildsNeedASetting() throws Exception {
        bot.discord().guild("Another one");
        scene.start("plans: {" + scene.plans() + "}");
        try (LogLines log = LogLines.of(RoleUpdateRoute.class)) {
            assertRefused("the bot is in several guilds: set plugins.roles.guild_id");
            assertRefused("the bot is in several guilds: set plugins.roles.guild_id");
            assertThat(log.containing("No roles can be changed, SEVERAL_GUILDS"))
                    .as("told once, not for each request")
                    .hasSize(1);
        }
        assertThat(detail().values()).isEqualTo(Map.of("fault", "several_guilds"));
        assertThat(detail().inWords(DiscordLocale.ENGLISH_US)
                        .toCompletableFuture()
                        .join())
                .isEqualTo(
                        "⚠️ The bot is in several servers, and does not know in which one roles are meant. An operator must"
                                + " set `plugins.roles.guild_id`.");
    }

    @Test
    void theConfiguredOneOfSeveral() throws Exception {
        bot.discord().guild("Another one");
        scene.start("guild_id: '%s', plans: {%s}".formatted(bot.guild().id(), scene.plans()));
        assertThat(scene.plan("max"))
                .hasStatus(200)
                .hasValue("/guild_id", bot.guild().id());
        assertThat(detail().values()).isEqualTo(Map.of("id", bot.guild().id()));
        assertThat(detail().inWords(DiscordLocale.FRENCH).toCompletableFuture().join())
                .isEqualTo(
                        "Les rôles sont modifiés sur le serveur " + bot.guild().id() + ".");
    }

    @Test
    void aConfiguredOneThatTheBotIsNotIn() {
        scene.start("guild_id: '123456789012345678', plans: {%s}".formatted(scene.plans()));
        assertRefused("the bot is not in the guild of plugins.roles.guild_id");
    }

    @Test
    void aGuildThatIsNoId() {
        bot.toleratingFailedPlugins();
        scene.start("guild_id: Moddy HQ, plans: {" + scene.plans() + "}");
        assertThat(bot.service(Plugins.class).all().get(0).reason())
                .contains("plugins.roles.guild_id: must be a Discord id: 17 to 19 digits, nothing else");
        assertThat(scene.plan("max")).hasStatus(404);
    }

    private void assertNotConnectedWhileTheTokenIsRefused() throws Exception {
        bot.discord().refuseToken();
        bot.discord().gateway().close(4004);
        Eventually.isTrue(
                "JDA has gone", () -> bot.service(MemberRoles.class).guilds().isEmpty());
        assertThat(scene.plan("max")).hasStatus(503).hasError("The bot is not connected to Discord");
        assertThat(detail().values()).isEqualTo(Map.of("fault", "not_connected"));
    }

    @Test
    void whileDiscordRefusesTheTokenNobodyIsToldToInviteTheBot() throws Exception {
        scene.start("plans: {" + scene.plans() + "}");
        assertNotConnectedWhileTheTokenIsRefused();
    }

    @Test
    void norToMendTheSetting() throws Exception {
        scene.start("guild_id: '%s', plans: {%s}".formatted(bot.guild().id(), scene.plans()));
        assertNotConnectedWhileTheTokenIsRefused();
    }

    @Test
    void whileTheGatewayIsAwayTheGuildIsTheSame() {
        scene.start("plans: {" + scene.plans() + "}");
        bot.discord().gateway().refuseConnections(true);
        bot.discord().gateway().drop();
        Eventually.isTrue(
                "it has noticed",
                () -> bot.service(DiscordStatus.class).gateway() == DiscordStatus.Gateway.RECONNECTING);
        assertThat(scene.plan("max"))
                .hasStatus(200)
                .hasValue("/guild_id", bot.guild().id());
    }

    @Test
    void none() {
        bot.guild().removeBot();
        bot.section("roles", "{plans: {%s}}".formatted(scene.plans())).startWithoutWaiting();
        Eventually.isTrue("it is connected", () -> scene.plan("max").status() != 503);
        assertRefused("the bot is in no guild: invite it");
    }
}
