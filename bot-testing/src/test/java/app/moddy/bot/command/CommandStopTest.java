package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to commands when the bot stops. */
class CommandStopTest {
    private final Scene scene = Scene.open();
    private final CompletableFuture<Reply> slow = new CompletableFuture<>();
    private final CommandDispatcher dispatcher = SandboxCommands.dispatcher(
            scene,
            new Told(Commands.slash("slow", "Takes long"), CommandRules.staff(), () -> slow),
            new Told(
                    Commands.slash("ask", "Asks"),
                    CommandRules.staff(),
                    () -> CompletableFuture.completedStage(Reply.confirm("Sure?", "Yes", () -> slow))));
    private JDA jda;

    @BeforeEach
    void start() throws Exception {
        jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue(
                "registered", () -> scene.discord().commands(scene.guild()).size() == 2);
    }

    @AfterEach
    void stop() {
        slow.complete(Reply.text("too late"));
        jda.shutdownNow();
        scene.close();
    }

    private SandboxReply run(String command) {
        return scene.ada().in(scene.guild()).runs(command, Map.of());
    }

    @Test
    void oneThatIsUnderWayIsAnsweredBeforeTheStopEndsAndNewOnesAreToldOfTheRestart() {
        SandboxReply underWay = run("/slow").awaitAcknowledged();
        SandboxReply question = run("/ask");
        question.await();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> dispatcher.stop(Duration.ofSeconds(20)));
        Eventually.isTrue("refused", () -> run("/ask").await().content().startsWith("The bot is restarting"));
        question.press("Yes");
        Eventually.isTrue(
                "the press as well",
                () -> scene.discord().calls().stream()
                        .anyMatch(call -> call.path().contains("/callback")
                                && call.requestBody().contains("The bot is restarting")));
        assertThat(stop).isNotDone();
        slow.complete(Reply.text("at last"));
        stop.join();
        jda.shutdown();
        assertThat(underWay.await().content()).isEqualTo("at last");
    }

    @Test
    void oneThatTakesLongerThanTheGraceIsCutOff() {
        try (LogLines log = LogLines.of(CommandDispatcher.class)) {
            run("/slow").awaitAcknowledged();
            long begin = System.nanoTime();
            dispatcher.stop(Duration.ofMillis(300));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
            assertThat(log.containing("1 uses of commands did not end in time")).hasSize(1);
        }
    }

    @Test
    void theGraceCountsFromTheRefusal() {
        run("/slow").awaitAcknowledged();
        dispatcher.refuse();
        dispatcher.stop(Duration.ofMillis(1_500));
        long begin = System.nanoTime();
        dispatcher.stop(Duration.ofMillis(1_500)); // it has passed already
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void withNothingUnderWayTheStopIsImmediate() {
        long begin = System.nanoTime();
        dispatcher.stop(Duration.ofSeconds(20));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
