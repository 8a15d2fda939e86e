package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.beside;
import static app.moddy.notifications.NotifyBackend.body;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.store.Relay;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away with the answer to a commit, for longer than a caller waits. */
class LostCommitTest {
    private static final String COMMIT = "COMMIT\0";

    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final Play play = new Play(MovableTime.flowing(), Optional.of(database));
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        // else the driver does not send the text of what it has sent five times
        play.start(bot -> bot.environment("DATABASE_URL", network.url(database) + "&prepareThreshold=0"));
    }

    @AfterEach
    void stop() {
        play.close();
        network.close();
    }

    private boolean isRecorded() {
        return !play.kept().rows("SELECT id FROM notification").isEmpty();
    }

    /** 503 would say that it is not recorded: then a request without a key is sent again, too. */
    @Test
    void aRequestThatMayBeRecordedIsAnsweredByThatAndItsKeyTells() throws Exception {
        network.loseAndGoDown("INSERT INTO notification (id", COMMIT, true);
        Answer answer = play.backend().notify(body(user), "key-1");
        assertThat(answer).hasStatus(500);
        assertThat(answer.json().path("error").asText())
                .contains("it may have been recorded. Send it again with the same Idempotency-Key");
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(isRecorded()).isTrue();
        assertThat(play.backend().notify(body(user), "key-2")).hasStatus(503);

        network.down(false);
        Eventually.isTrue("it is back", () -> {
            Answer again = play.backend().notify(body(user), "key-1");
            return again.header("Idempotency-Replayed").equals("true");
        });
        String id = play.kept().value("SELECT id FROM notification");
        play.time().advance(Duration.ofSeconds(61)); // it was leased without our knowing
        play.until(id, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    /** Its caller and the log are told as of any other. */
    @Test
    void anEndThatIsRecordedWithoutOurKnowingIsFoundAndTold() throws Exception {
        try (LogLines log = LogLines.of(Notifier.class)) {
            network.loseAndGoDown("UPDATE notification SET outcome", COMMIT, true);
            CompletableFuture<Answer> answer = beside(() -> play.backend().notify(body(user), "key-1"));
            Eventually.isTrue(
                    "recorded",
                    () -> play.kept()
                                    .rows("SELECT id FROM notification WHERE outcome = 'delivered'")
                                    .size()
                            == 1);
            Eventually.isTrue(
                    "unknown", () -> !log.containing("is not recorded yet").isEmpty());
            network.down(false);
            Eventually.isTrue("found", () -> !log.containing("DM sent to user").isEmpty());
            assertThat(log.containing("no longer ours to end")).isEmpty();
            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isIn(200, 202);
        }
        assertThat(user.directMessages()).hasSize(1);
    }
}
