package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much there was, and what became of it. */
@Tag("store")
class NotifyStatsTest {
    private final Play play = new Play(MovableTime.standing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private List<String> stats(Map<String, ?> options) {
        return StaffAtWork.lines(staff.run("notify-stats", options));
    }

    @Test
    void countsByActionAndOutcomeAndHowLongDeliveryTook() {
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String id = expect(play.backend().notify(user), 202, "pending");
        play.until(id, "delivered", Duration.ofSeconds(15));
        SandboxUser closed = play.someone().closesDms();
        assertThat(play.backend().notify(closed)).hasOutcome(200, "dm_closed");
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        assertThat(play.backend().notify(user)).hasOutcome(202, "pending");
        staff.run("notify-test", Map.of("action", "plan_upgraded"));
        assertThat(stats(Map.of()))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("\\*\\*4\\*\\* notifications since <t:\\d+:D>.*tests left out"),
                        line -> assertThat(line)
                                .isEqualTo("**subscription\\_updated**: 1 ⏳ pending, 2 ✅ delivered, 1 📪 DMs closed"),
                        line -> assertThat(line)
                                .matches(
                                        "From receipt to delivery: 0 ms at the median, (15|30|45)[.][0-9] s at the 95th percentile"),
                        line -> assertThat(line)
                                .matches("Waiting now: 1, the oldest came <t:\\d+:R>[.] In inboxes: 1"));
    }

    @Test
    void staffsRetriesSayNothingOfHowLongDeliveryTakes() {
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        String id = expect(play.backend().notify(user), 500, "refused");
        play.time().advance(Duration.ofHours(3));
        staff.run("notify-retry", Map.of("ref", id));
        assertThat(stats(Map.of())).contains("Nothing was delivered in that time.");
    }

    @Test
    void ofAnotherPeriod() {
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        play.time().advance(Duration.ofHours(3));
        assertThat(stats(Map.of("period", "2h")).get(0)).startsWith("**0** notifications since ");
        assertThat(stats(Map.of("period", "4h")).get(0)).startsWith("**1** notification since ");
        assertThat(stats(Map.of("period", "x"))).singleElement().asString().startsWith("Write a whole number");
        assertThat(staff.place().types("/notify-stats", Map.of(), "period", "7"))
                .extracting(SandboxChoice::value)
                .containsExactly("7d");
    }

    @Test
    void withTheAlarms() {
        play.on(OPEN).failNext(SandboxFault.error(400, 40003, "You are opening direct messages too fast"));
        assertThat(play.backend().notify(user)).hasOutcome(202, "pending");
        assertThat(stats(Map.of())).anySatisfy(line -> assertThat(line).startsWith("🚨 DMs were opened too fast"));
    }

    @Test
    void asManyActionsAsFitAndHowManyMore() {
        play.kept().update("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
                INSERT INTO notification (id, action, user_id, test, warnings, outcome, code, retryable, reach, attempts,
                    accepted_at, finished_at)
                SELECT i, 'action' || i || '%1$s', 1, 0, '[]', 'delivered', '', 0, 'NEW', 1, %2$d, %2$d
                FROM n""".formatted("x".repeat(80), play.time().now().toEpochMilli()));
        List<String> lines = stats(Map.of());
        assertThat(lines).filteredOn(line -> line.startsWith("**action")).hasSizeGreaterThan(20);
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("… and \\d+ more actions"));
        assertThat(lines.get(lines.size() - 1)).startsWith("Waiting now: ");
    }

    @Test
    void inFrench() {
        play.scene().ada().locale("fr");
        assertThat(stats(Map.of()).get(0))
                .startsWith("**0** notification depuis le <t:")
                .endsWith(", sans les tests");
    }
}
