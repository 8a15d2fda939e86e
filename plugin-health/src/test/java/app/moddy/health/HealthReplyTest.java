package app.moddy.health;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.BotExtension;
import app.moddy.health.others.LoudPlugin;
import app.moddy.sandbox.SandboxField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff read in {@code /health}. */
class HealthReplyTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    @Test
    void staffAskInDiscord() {
        bot.start();
        assertThat(bot.ada().runs("/health"))
                .isEphemeral()
                .says("✅ Healthy")
                .embed()
                .hasFields("Gateway: connected", "REST: works", "Store: works", "Plugins: ✅ health");
        assertThat(bot.bob().runs("/health")).refuses();
    }

    @Test
    void staffReadItInTheirLanguage() {
        bot.start();
        assertThat(bot.ada().locale("fr").runs("/health"))
                .says("✅ Tout va bien")
                .embed()
                .hasFields(
                        "Passerelle: connectée",
                        "REST: fonctionne",
                        "Base de données: fonctionne",
                        "Plugins: ✅ health");
    }

    @Test
    void saysHowMuchMoreThereIsThanDiscordTakes() {
        bot.plugins(HealthPlugin::new).toleratingFailedPlugins();
        for (int i = 0; i < 30; i++) {
            int number = i;
            bot.plugins(() -> new LoudPlugin(number));
        }
        bot.start();
        List<SandboxField> fields =
                bot.ada().runs("/health").await().embeds().get(0).fields();
        assertThat(fields.get(fields.size() - 1).value()).matches("… and \\d+ more");
        assertThat(fields)
                .filteredOn(field -> field.name().equals("Plugins"))
                .singleElement()
                .satisfies(field -> assertThat(field.value()).contains("\\*\\*loud\\*\\*"));
    }
}
