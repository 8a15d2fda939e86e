package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.CountedWrites;
import app.moddy.bot.store.DiskSpace;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreQueue;
import app.moddy.bot.store.StoreStatus;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.coupon.CouponPlugin;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store can not do its part. */
class StoreTroubleTest {
    private final Play play = new Play(MovableTime.flowing());
    private final CouponPlugin window = new CouponPlugin();
    private final CountDownLatch writing = new CountDownLatch(1);

    @AfterEach
    void stop() {
        writing.countDown();
        play.close();
    }

    private String fault() {
        return window.get(StoreStatus.class).fault().toCompletableFuture().join();
    }

    private static void expectUnavailable(Answer answer) {
        assertThat(answer).hasStatus(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.text()).isEqualTo("{\"error\":\"Nothing can be recorded now, please try again later\"}");
    }

    @Test
    void aFullDiskIs503AndNothingHalfDoneUntilThereIsRoomAgain() throws Exception {
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window)).stop();
        DiskSpace disk = DiskSpace.ofPages(Long.parseLong(play.kept().value("PRAGMA page_count")) + 4);
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window).replacing(disk));
        List<String> accepted = new ArrayList<>();
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(SandboxFault.error(403, 40004, "later")); // what waits keeps its room
        Answer answer = play.backend().notify(body(user, "x".repeat(2_000)), "key0");
        for (int i = 1; answer.status() == 202; i++) {
            accepted.add(answer.json().path("notification_id").asText());
            answer = play.backend().notify(body(user, "x".repeat(2_000)), "key" + i);
        }
        expectUnavailable(answer);
        assertThat(play.kept().rows("SELECT id FROM notification")).containsExactlyElementsOf(accepted);
        play.time().advance(Duration.ofSeconds(6));
        assertThat(fault()).isEqualTo("the disk is full");

        disk.makeRoom();
        play.on(SEND).heal();
        expectAccepted(play.backend().notify(body(play.someone()), "key" + accepted.size())); // it was not claimed
        play.time().advance(Duration.ofMinutes(2));
        Eventually.isTrue("the store is well", () -> fault().isEmpty());
        Eventually.isTrue("delivered", () -> user.directMessages().size() == accepted.size());
    }

    /** The first write after a failure finds out that there is room. */
    private static void expectAccepted(Answer answer) {
        assertThat(answer).hasOutcome(200, "delivered");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }

    /** The one that writes is held up until the latch is open. */
    private void holdWriter() throws InterruptedException {
        CountDownLatch holding = new CountDownLatch(1);
        window.get(Store.class).write(sql -> {
            holding.countDown();
            try {
                return writing.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aQueueThatIsFullIs503AndTheOthersAreRecorded() throws Exception {
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window).replacing(StoreQueue.of(8)));
        holdWriter();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SandboxUser user = play.someone();
            answers.add(play.backend().notifyBeside(user));
        }
        Eventually.isTrue("some are refused", () -> answers.stream().anyMatch(CompletableFuture::isDone));
        writing.countDown();
        int recorded = 0;
        for (CompletableFuture<Answer> each : answers) {
            Answer answer = each.get(15, TimeUnit.SECONDS);
            if (answer.status() == 503) {
                expectUnavailable(answer);
            } else {
                assertThat(answer.status()).as(answer.text()).isIn(200, 202);
                recorded++;
            }
        }
        assertThat(recorded).isBetween(1, 15);
        assertThat(play.kept().rows("SELECT id FROM notification")).hasSize(recorded);
    }

    /** Its caller gets an answer while they still wait for one, and what they were refused is not sent afterwards. */
    @Test
    void whatHasNotItsTurnInTimeIs503AndNeverSent() throws Exception {
        CountedWrites writes = new CountedWrites();
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window).replacing(writes));
        SandboxUser user = play.someone();
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        holdWriter();
        int before = writes.count();
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        Eventually.isTrue("it waits for its turn", () -> writes.count() > before);
        play.time().advance(Duration.ofSeconds(6));
        writing.countDown();
        expectUnavailable(answer.get(10, TimeUnit.SECONDS));
        assertThat(play.kept().rows("SELECT id FROM notification")).hasSize(1);
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        assertThat(user.directMessages()).hasSize(2);
    }

    /** A bug is no trouble of the store's, which would have told of it. */
    @Test
    void aFaultOfOursIsToldOnceUntilItHasWorkedAgainAndThenItGoesOnByItself() throws Exception {
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window));
        try (LogLines log = LogLines.of(Notifier.class)) {
            String id = claimedInVain(log);
            assertThat(claimFaults(log)).hasSize(1).allMatch(line -> line.getThrowableProxy() != null);
            play.kept().update("ALTER TABLE elsewhere RENAME TO notification_attempt");
            play.until(id, "delivered");
        }
        try (LogLines log = LogLines.of(Notifier.class)) {
            claimedInVain(log);
        }
    }

    /** Returns what waits, once it was tried to claim it, and told, and tried again. */
    private String claimedInVain(LogLines log) throws Exception {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String id = expect(play.backend().notify(play.someone()), 202, "pending");
        play.kept().update("ALTER TABLE notification_attempt RENAME TO elsewhere");
        Eventually.isTrue("claimed in vain", () -> {
            play.time().advance(Duration.ofSeconds(5));
            return !claimFaults(log).isEmpty();
        });
        play.time().advance(Duration.ofSeconds(5));
        play.time().settle();
        return id;
    }

    private static List<ILoggingEvent> claimFaults(LogLines log) {
        return log.containing("A fault of ours stops the claiming of notifications");
    }

    /** Nor is it told before: should the bot end now, the next run would find an outcome of its own. */
    @Test
    void anOutcomeThatCanNotBeRecordedIsRecordedLaterAndToldThen() throws Exception {
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window).replacing(StoreQueue.of(1)));
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofSeconds(3)));
        try (LogLines log = LogLines.of(Notifier.class)) {
            CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
            String id = play.awaitRecorded(user);
            holdWriter();
            var unused = window.get(Store.class).write(sql -> 0);
            Eventually.isTrue(
                    "not recorded",
                    () -> log.containing("The end of attempt 1 is not recorded yet").stream()
                            .anyMatch(line -> id.equals(line.getMDCPropertyMap().get("notification"))));
            assertThat(play.backend().outcome(id)).isEqualTo("pending");
            assertThat(answer).isNotDone();
            writing.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS)).hasOutcome(200, "delivered");
            assertThat(play.backend().outcome(id)).isEqualTo("delivered");
            assertThat(play.backend().standing(id).path("attempts").asInt()).isEqualTo(1);
            assertThat(user.directMessages()).hasSize(1);
        }
    }
}
