package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.TestJar;
import com.google.inject.AbstractModule;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command of a plugin that hangs: its caller is answered all the same, and staff see whose it is. */
class HangingCommandTest {
    private static final String COMMAND = """
            static final class %1$s implements SlashCommand {
                @Override public SlashCommandData data() { return Commands.slash("%2$s", "Hangs"); }
                @Override public CommandRules rules() { return CommandRules.staff(); }
                @Override public CompletionStage<Reply> handle(CommandCall call) { %3$s }
            }
            """;

    private final Scene scene = Scene.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void itsCallerIsAnsweredWhenItsTimeIsOver() throws Exception {
        TestJar.plugin(
                        "ill",
                        COMMAND.formatted(
                                        "Stuck", "stuck", "while (true) java.util.concurrent.locks.LockSupport.park();")
                                + COMMAND.formatted("Forgetful", "forgetful", "return new CompletableFuture<>();")
                                + "@Override protected void configure() { command(Stuck.class);"
                                + " command(Forgetful.class); }")
                .write(folder.resolve("ill.jar"));
        try (RunningBot bot = scene.bot()
                .jars(folder)
                .replacing(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(CommandLimits.class)
                                .toInstance(new CommandLimits(
                                        CommandLimits.DEFAULTS.acknowledge(), Duration.ofMillis(300)));
                    }
                })
                .start()) {
            scene.awaitCommands("stuck", "forgetful");
            for (String command : new String[] {"/stuck", "/forgetful"}) {
                assertThat(scene.ada().in(scene.guild()).runs(command).await().content())
                        .startsWith("Something went wrong on our side.");
                assertThat(bot.service(Plugins.class).all())
                        .as("who is to blame for %s", command)
                        .anyMatch(plugin -> plugin.reason().startsWith(command + " failed at "));
            }
        }
    }
}
