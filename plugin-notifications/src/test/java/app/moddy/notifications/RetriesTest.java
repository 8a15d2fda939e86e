package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.coupon.CouponPlugin;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what is pending is tried again, and when it is not any more. */
@Tag("store")
class RetriesTest {
    private static final SandboxFault SLOW_MODE = SandboxFault.error(403, 20016, "slow mode");

    private final Play play = new Play(MovableTime.standing());
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot.section("notifications", "{give_up_after: 2h}"));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private Duration untilNext(String id) {
        return Duration.between(
                play.time().now(),
                Instant.parse(
                        play.backend().standing(id).path("next_attempt_at").asText()));
    }

    @ParameterizedTest
    @CsvSource({"3000.5, false", "45, true"})
    void notBeforeDiscordAllowsIt(double seconds, boolean global) {
        play.on(SEND).failNext(SandboxFault.rateLimited(seconds, global));
        String id = expect(play.backend().notify(user), 202, "pending");
        long millis = (long) (seconds * 1_000);
        assertThat(untilNext(id)).isBetween(Duration.ofMillis(millis - 1), Duration.ofMillis(millis * 11 / 10 + 1_000));
    }

    @Test
    void attemptsAreRowsOfTheirOwnWithDiscordsCode() {
        play.on(SEND).fail(2, SLOW_MODE);
        String id = expect(play.backend().notify(user), 202, "pending");
        play.until(id, "delivered", Duration.ofSeconds(2));
        assertThat(play.kept()
                        .rows("SELECT number, result, code, CASE WHEN started_at <= ended_at THEN 1 END"
                                + " FROM notification_attempt"
                                + " WHERE notification_id = " + id + " ORDER BY number"))
                .containsExactly("1|not_now|20016|1", "2|not_now|20016|1", "3|delivered||1");
        assertThat(play.backend().standing(id).path("attempts").asInt()).isEqualTo(3);
    }

    /** As when the connection to the database is lost at a commit that was made, and cannot be had again. */
    @Test
    void whatWasLeasedWithoutOurKnowingIsTriedWhenItsLeaseIsOver() {
        play.on(SEND).failNext(SLOW_MODE);
        String id = expect(play.backend().notify(user), 202, "pending");
        SandboxUser other = play.someone();
        play.on(SEND).failNext(SandboxFault.hang());
        var unused = play.backend().notifyBeside(other);
        play.awaitRecorded(other);
        play.kept()
                .update("UPDATE notification SET due_at = "
                        + play.time().now().plusSeconds(60).toEpochMilli()
                        + ", lease_owner = (SELECT lease_owner FROM notification WHERE user_id = " + other.id() + ")"
                        + " WHERE id = " + id);
        play.time().advance(Duration.ofSeconds(58));
        assertThat(user.directMessages()).isEmpty();
        play.time().advance(Duration.ofSeconds(3));
        Eventually.isTrue("delivered", () -> user.directMessages().size() == 1);
    }

    @Test
    void afterTheConfiguredTimeItHasExpiredAndIsNotSentAnyMore() {
        play.on(SEND).failAlways(SLOW_MODE);
        String id = expect(play.backend().notify(user), 202, "pending");
        play.time().advance(Duration.ofMinutes(119));
        play.until(id, "expired", Duration.ofSeconds(10));
        assertThat(play.backend().standing(id).path("retryable").asBoolean()).isTrue();
        assertThat(Duration.between(
                        Instant.parse(
                                play.backend().standing(id).path("accepted_at").asText()),
                        Instant.parse(
                                play.backend().standing(id).path("finished_at").asText())))
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(2));
        play.on(SEND).heal();
        int sent = play.discord().calls(SEND).size();
        play.time().advance(Duration.ofHours(1));
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        assertThat(play.discord().calls(SEND)).hasSize(sent + 1);
    }

    @Test
    void alsoWhileNothingCanBeTriedAtAll() throws Exception {
        play.stop();
        play.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
        play.startDisconnected(bot -> bot.section("notifications", "{give_up_after: 2h}"));
        String id = expect(play.backend().notify(user), 202, "pending");
        play.time().advance(Duration.ofHours(2));
        play.until(id, "expired", Duration.ofSeconds(10));
        assertThat(play.backend().standing(id).path("attempts").asInt()).isZero();
    }

    @Test
    void whatMayHaveBeenSentIsThenUncertainNotExpired() {
        play.on(SEND).failAlways(SandboxFault.status(500));
        play.on(Play.LOOK).failAlways(SandboxFault.status(500));
        var unused = play.backend().notifyBeside(user);
        String id = play.awaitWaiting(user, 1);
        play.until(id, "uncertain", Duration.ofMinutes(1));
        assertThat(play.backend().standing(id).path("retryable").asBoolean(true))
                .isFalse();
    }

    /** The clock was years ahead when it was accepted, and is right when the bot starts again. */
    @Test
    void timesOfAClockThatWasWrongAreMended() throws Exception {
        play.on(SEND).failNext(SLOW_MODE);
        String id = expect(play.backend().notify(user), 202, "pending");
        play.stop();
        long years = Duration.ofDays(3_000).toMillis();
        play.kept()
                .update("UPDATE notification SET accepted_at = accepted_at + " + years + ", due_at = due_at + "
                        + years);
        play.start(bot -> bot.section("notifications", "{give_up_after: 2h}"));
        play.until(id, "delivered", Duration.ofSeconds(1));
        assertThat(Instant.parse(play.backend().standing(id).path("accepted_at").asText()))
                .isBeforeOrEqualTo(play.time().now());
    }

    /** It was put off for longer than it holds back others, one of them was under way at a kill, and now it is its turn. */
    @Test
    void anEarlierOneGoesBesideALaterOneOfARunThatWasKilled() throws Exception {
        play.on(SEND).fail(2, SandboxFault.error(403, 40004, "disabled"));
        String earlier = expect(play.backend().notify(user), 202, "pending");
        String later = expect(play.backend().notify(user), 202, "pending");
        play.stop();
        play.kept().update("UPDATE notification SET lease_owner = 'killed' WHERE id = " + later);
        play.time().advance(Duration.ofSeconds(30));
        play.start(bot -> bot.section("notifications", "{give_up_after: 2h}"));
        play.until(earlier, "delivered", Duration.ofSeconds(1));
        play.until(later, "delivered", Duration.ofSeconds(1));
        assertThat(user.directMessages()).hasSize(2);
    }

    /** Its plugin is gone, perhaps for the length of an upgrade. */
    @Test
    void anActionThatIsNotRegisteredWaitsForItsPlugin() throws Exception {
        play.stop();
        play.start(bot -> bot.plugins(new NotificationsPlugin(), new CouponPlugin()));
        play.on(SEND).failNext(SLOW_MODE);
        String body =
                "{\"discord_id\":\"" + user.id() + "\",\"action\":\"coupon_granted\",\"metadata\":{\"code\":\"X\"}}";
        String id = expect(play.backend().notify(body), 202, "pending");
        play.stop();
        play.start(bot -> bot);
        play.time().advance(Duration.ofSeconds(12));
        play.awaitWaiting(user, 2);
        assertThat(play.kept().value("SELECT code FROM notification WHERE id = " + id))
                .isEqualTo("action not registered");
        assertThat(untilNext(id)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        play.stop();
        play.start(bot -> bot.plugins(new NotificationsPlugin(), new CouponPlugin()));
        play.until(id, "delivered", Duration.ofSeconds(10));
        assertThat(user.directMessages().get(0).embeds().get(0).title()).isEqualTo("A coupon");
    }
}
