package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Window;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In which guild roles are changed. */
class GuildChoiceTest {
    private final RoleScene scene = new RoleScene();
    private final Window window = new Window("window");

    @AfterEach
    void close() {
        scene.close();
    }

    private void start(String settings) throws Exception {
        scene.start(settings, Map.of(), new RolesPlugin(), window);
    }

    /** What health says of it. */
    private PluginDetail detail() throws Exception {
        PluginDetail detail = window.get(Plugins.class)
                .details()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .get(0);
        assertThat(detail.plugin() + "." + detail.name()).isEqualTo("roles.guild");
        return detail;
    }

    private void assertRefused(String why) {
        Answer answer = scene.plan("max");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text())
                .isEqualTo("{\"success\":false,\"message\":\"Failed to update roles: %s\",\"roles_updated\":false}"
                        .formatted(why));
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void severalGuildsNeedASetting() throws Exception {
        scene.discord().guild("Another one");
        start("plans: {" + scene.plans() + "}");
        assertRefused("the bot is in several guilds: set plugins.roles.guild_id");
        assertThat(detail().values()).isEqualTo(Map.of("fault", "several_guilds"));
        assertThat(detail().inWords(DiscordLocale.ENGLISH_US))
                .isEqualTo(
                        "⚠️ The bot is in several servers, and does not know in which one roles are meant. An operator must"
                                + " set `plugins.roles.guild_id`.");
    }

    @Test
    void theConfiguredOneOfSeveral() throws Exception {
        scene.discord().guild("Another one");
        start("guild_id: '%s', plans: {%s}".formatted(scene.guild().id(), scene.plans()));
        Answer answer = scene.plan("max");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("guild_id").asText())
                .isEqualTo(scene.guild().id());
        assertThat(detail().values()).isEqualTo(Map.of("id", scene.guild().id()));
        assertThat(detail().inWords(DiscordLocale.FRENCH))
                .isEqualTo("Les rôles sont modifiés sur le serveur "
                        + scene.guild().id() + ".");
    }

    @Test
    void aConfiguredOneThatTheBotIsNotIn() throws Exception {
        scene.start("guild_id: '123456789012345678', plans: {%s}".formatted(scene.plans()));
        assertRefused("the bot is not in the guild of plugins.roles.guild_id");
    }

    @Test
    void aGuildThatIsNoId() throws Exception {
        start("guild_id: Moddy HQ, plans: {" + scene.plans() + "}");
        assertThat(window.get(Plugins.class).all().get(0).reason())
                .contains("plugins.roles.guild_id: must be a Discord id: 17 to 19 digits, nothing else");
        assertThat(scene.plan("max").status()).isEqualTo(404);
    }

    @Test
    void none() throws Exception {
        scene.guild().removeBot();
        scene.start();
        assertRefused("the bot is in no guild: invite it");
    }
}
