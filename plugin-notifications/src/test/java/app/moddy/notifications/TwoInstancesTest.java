package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.beside;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.RunningBot;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two bots on one PostgreSQL, and somebody who is none. */
@Execution(ExecutionMode.CONCURRENT)
class TwoInstancesTest {
    private final PostgresDatabase database = PostgresDatabase.create();
    private final MovableTime time = MovableTime.flowing();
    private final Play play = new Play(time, Optional.of(database));
    private RunningBot other;

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot);
        other = play.scene()
                .bot()
                .environment("DATABASE_URL", database.url())
                .replacing(time)
                .start();
    }

    @AfterEach
    void stop() {
        other.close();
        play.close();
    }

    private List<NotifyBackend> backends() {
        return List.of(play.backend(), new NotifyBackend(other));
    }

    private static List<String> refs(SandboxUser user) {
        return user.directMessages().stream()
                .map(SandboxMessage::embeds)
                .map(embeds -> embeds.get(0).footer().replace("Ref ", ""))
                .toList();
    }

    @Test
    void aKeyIsUsedOnceWhicheverOfThemIsAsked() {
        for (int i = 0; i < 20; i++) {
            SandboxUser user = play.someone();
            String key = "key-" + i;
            List<CompletableFuture<Answer>> answers = backends().stream()
                    .map(backend -> beside(() -> backend.notify(body(user), key)))
                    .toList();
            List<String> ids = answers.stream()
                    .map(answer -> answer.join().notificationId())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            play.backend().awaitOutcome(ids.get(0), "delivered");
            assertThat(refs(user)).isEqualTo(ids);
        }
    }

    @Test
    void aUserHasOneUnderWayTheOldestFirstWhicheverOfThemWasAsked() {
        SandboxUser user = play.someone();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            backends().forEach(backend -> answers.add(backend.notifyBeside(user)));
        }
        List<String> ids = answers.stream()
                .map(answer -> answer.join().notificationId())
                .sorted()
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(40);
        Eventually.isTrue("all are there", () -> user.directMessages().size() >= 40);
        assertThat(refs(user)).isEqualTo(ids);
    }

    /** The message may still come: the other one has not heard of it when it goes out. */
    @Test
    void whatOneErasesTheOtherDoesNotKeep() throws Exception {
        SandboxUser user = play.someone();
        play.scene().guild().awaitCommand("notify-forget");
        play.on(OPEN).failNext(SandboxFault.delay(Duration.ofSeconds(3)));
        var unused = new NotifyBackend(other).notifyBeside(user);
        play.awaitRecorded(user);
        String answer = play.scene()
                .ada()
                .in(play.scene().guild())
                .runs("/notify-forget", Map.of("user", user))
                .await()
                .press("Erase")
                .await()
                .content();
        assertThat(answer).isEqualTo("Erased. Notifications that were theirs: 1.");
        assertThat(user.directMessages()).isEmpty();
        Eventually.isTrue("sent", () -> user.directMessages().size() == 1);
        other.close(); // what was to be written is written
        assertThat(play.kept().contains(user.id())).isFalse();
    }

    /** Somebody looks at a row with psql, say, and holds it. */
    @Test
    void whatSomebodyElseHoldsIsPassedOver() throws Exception {
        SandboxUser held = play.someone();
        SandboxUser free = play.someone();
        play.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode: ten seconds"));
        String heldId = expect(play.backend().notify(held), 202, "pending");
        String freeId = expect(play.backend().notify(free), 202, "pending");
        play.on(SEND).heal();
        try (Connection somebody = database.connect();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.executeQuery("SELECT 1 FROM notification WHERE id = " + heldId + " FOR UPDATE");
            time.advance(Duration.ofSeconds(30));
            play.backend().awaitOutcome(freeId, "delivered");
            assertThat(play.backend().outcome(heldId)).isEqualTo("pending");
            somebody.rollback();
        }
        play.backend().awaitOutcome(heldId, "delivered");
    }
}
