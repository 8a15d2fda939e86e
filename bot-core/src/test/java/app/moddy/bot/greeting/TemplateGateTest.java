package app.moddy.bot.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.TemplateGate;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.plugin.BotPlugin;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate, as a plugin's own test uses it. */
class TemplateGateTest {
    /** Its metadata lack what the template names. */
    static final class Unfit extends BotPlugin {
        record Settings(@NotBlank String prize) {}

        record Greeted(@Nullable Long count) {}

        @Override
        public String name() {
            return "unfit";
        }

        @Override
        protected void configure() {
            settings(Settings.class);
            action(new UserAction<>("greeted", Greeted.class));
        }
    }

    @Test
    void findsNothingInAPluginWhoseTextsAreSoundAndStartsNothing() {
        GreetingPlugin plugin = new GreetingPlugin();
        assertThat(TemplateGate.faultsOf(plugin)).isEmpty();
        assertThat(plugin.isStarted()).isFalse();
    }

    /** In a folder with texts of another plugin. */
    @Test
    void looksAtNoFolder(@TempDir Path folder) throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve("templates")).resolve("en-US.yml"), "coupon: {title: x}");
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gate.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).endsWith("faults: []\n");
    }

    /** A program, since a process can not change the folder that it runs in. */
    static final class Gate {
        private Gate() {}

        public static void main(String[] args) {
            System.out.println("faults: " + TemplateGate.faultsOf(new GreetingPlugin()));
        }
    }

    @Test
    void findsFaultsOfTheFiles() {
        assertThat(TemplateGate.faultsOf(new Unfit(), "{prize: a cup}"))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("plugin unfit: templates/en-US.yml:4: greeted.title: unknown variable 'name'"));
    }

    @Test
    void saysThatAPluginNeedsSettings() {
        assertThat(TemplateGate.faultsOf(new Unfit()))
                .containsExactly("plugin unfit: plugins.unfit.prize: is missing (in the test's settings)");
    }
}
