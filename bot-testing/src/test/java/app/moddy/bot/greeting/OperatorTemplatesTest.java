package app.moddy.bot.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.message.TemplateFault;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's folder while the bot runs. */
class OperatorTemplatesTest {
    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // the bot only has to run
    void isReadAtTheStartAndWheneverAFileChanges() throws Exception {
        Path german = folder.resolve("de.yml");
        Files.writeString(german, "greeted: {title: Hallo}\n");
        GreetingPlugin plugin = new GreetingPlugin();
        try (LogLines log = LogLines.of("app.moddy.bot.message.FolderWatch");
                Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(plugin).templates(folder).startWithoutWaiting()) {
            assertThat(plugin.titleIn(DiscordLocale.GERMAN)).isEqualTo("Hallo");
            Files.writeString(german, "greeted: {title: Guten Tag}\n");
            Eventually.isTrue(
                    "the new text is said",
                    () -> plugin.titleIn(DiscordLocale.GERMAN).equals("Guten Tag"));
            Files.writeString(german, "greeted: {titel: Servus}\n");
            Eventually.isTrue(
                    "the fault is known", () -> !plugin.templates().faults().isEmpty());
            assertThat(plugin.templates().faults())
                    .extracting(TemplateFault::toString)
                    .contains(german + ":1: greeted.titel: unknown key; did you mean 'title'?");
            assertThat(plugin.titleIn(DiscordLocale.GERMAN)).isEqualTo("Guten Tag");
            assertThat(log.containing(german + ":1: greeted.titel: unknown key"))
                    .hasSize(1);
        }
    }
}
