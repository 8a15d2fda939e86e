package app.moddy.bot.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /reload-templates} through real JDA. */
class ReloadTemplatesTest {
    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // the bot only has to run
    void saysWhatHasChangedAndWhatIsWrongToStaff() throws Exception {
        GreetingPlugin plugin = new GreetingPlugin();
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(plugin).templates(folder).start()) {
            awaitCommands(scene);
            assertThat(reload(scene, scene.ada()))
                    .isEqualTo(
                            "Nothing has changed since the bot last looked, which it does every two seconds.\nNothing is wrong.");
            Path german = folder.resolve("de.yml");
            Files.writeString(german, "greeted: {title: Hallo}\n");
            assertThat(reload(scene, scene.ada())).isEqualTo("Changed: " + escaped(german) + ".\nNothing is wrong.");
            assertThat(plugin.titleIn(DiscordLocale.GERMAN)).isEqualTo("Hallo");
            Files.writeString(german, "greeted: {titel: Hallo}\n");
            assertThat(reload(scene, scene.ada()))
                    .contains("- " + escaped(german) + "\\:1: greeted.titel: unknown key; did you mean 'title'?");
            assertThat(plugin.titleIn(DiscordLocale.GERMAN)).isEqualTo("Hallo");
        }
    }

    @Test
    @SuppressWarnings("try") // the bot only has to run
    void answersInFrenchAndLeavesALineForStaff() throws Exception {
        try (Scene scene = Scene.open()) {
            SandboxChannel audit = scene.guild().channel("audit");
            try (RunningBot bot = scene.bot()
                    .plugins(new GreetingPlugin())
                    .templates(folder)
                    .environment("MODDY_AUDIT_CHANNEL", audit.id())
                    .start()) {
                awaitCommands(scene);
                Files.writeString(folder.resolve("de.yml"), "greeted: {titel: Hallo}\n");
                assertThat(reload(scene, scene.ada().locale("fr")))
                        .startsWith(
                                "Rien n’a changé depuis la dernière lecture, qui a lieu toutes les deux secondes.\nErreurs\u00a0: 2.");
                Eventually.isTrue(
                        "the line is there",
                        () -> !scene.guild().messages(audit).isEmpty());
                assertThat(scene.guild().messages(audit).get(0).content())
                        .contains("`/reload-templates`", "read the templates again: 0 files changed, 2 faults");
            }
        }
    }

    @Test
    @SuppressWarnings("try") // the bot only has to run
    void isNotForOthers() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot()
                        .plugins(new GreetingPlugin())
                        .templates(folder)
                        .start()) {
            awaitCommands(scene);
            Files.writeString(folder.resolve("de.yml"), "greeted: {titel: Hallo}\n");
            assertThat(reload(scene, scene.bob())).isEqualTo("This command is not for you here.");
        }
    }

    @Test
    @SuppressWarnings("try") // the bot only has to run
    void tellsDiscordOfCommandsInTheNewWords() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot()
                        .plugins(new GreetingPlugin())
                        .templates(folder)
                        .start()) {
            awaitCommands(scene);
            Files.writeString(
                    folder.resolve("de.yml"), "_commands: {reload-templates: {description: Liest die Texte neu}}\n");
            reload(scene, scene.ada());
            Eventually.isTrue(
                    "Discord knows the German description",
                    () -> scene.discord().commands(scene.guild()).stream()
                            .anyMatch(command -> command.path("description_localizations")
                                    .path("de")
                                    .asText()
                                    .equals("Liest die Texte neu")));
        }
    }

    private static void awaitCommands(Scene scene) {
        scene.guild().awaitCommand("reload-templates");
    }

    private static String reload(Scene scene, SandboxUser user) {
        return user.in(scene.guild())
                .runs("/reload-templates", Map.of())
                .await()
                .content()
                .strip();
    }

    private static String escaped(Path path) {
        return path.toString().replace("_", "\\_");
    }
}
