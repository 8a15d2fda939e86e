package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With a hundred thousand notifications of three weeks staff have their answers at once, without "thinking…". */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyNotificationsTest {
    private static final int MANY = 100_000;
    private static final String MANY_ROWS = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
            INSERT INTO notification (id, action, user_id, metadata, test, warnings, outcome, code, retryable, reach,
                attempts, accepted_at, finished_at)
            SELECT (%2$d - 1420070400000 - i * 18000) * 4194304, 'plan_upgraded', %3$d - i %% 1000,
                CASE WHEN i %% 50 = 0 THEN '{"new_plan":"moddy_max"}' END, 0, '[]',
                CASE WHEN i %% 50 = 0 THEN 'expired' ELSE 'delivered' END, '', 0, 'NEW', 1,
                %2$d - i * 18000, %2$d - i * 18000 + i %% 1000
            FROM n""";

    private final Play play = new Play(MovableTime.flowing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private final SandboxUser user = play.someone();

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot).stop();
        play.kept().update(MANY_ROWS.formatted(MANY, Instant.now().toEpochMilli(), user.idAsLong()));
        play.start(bot -> bot);
        staff.run("notify-preview", Map.of("action", "plan_upgraded")); // so that classes are loaded
    }

    @AfterAll
    void stop() {
        play.close();
    }

    private List<String> atOnce(String command, Map<String, ?> options) {
        SandboxReply reply = staff.run(command, options);
        assertThat(reply.wasDeferred()).as("it took over 1.5 s").isFalse();
        return StaffAtWork.lines(reply);
    }

    @Test
    void statistics() {
        assertThat(atOnce("notify-stats", Map.of("period", "30d")))
                .contains("**plan\\_upgraded**: 98000 ✅ delivered, 2000 ⌛ expired")
                .contains("From receipt to delivery: 499 ms at the median, 949 ms at the 95th percentile");
    }

    @Test
    void aUsersHistory() {
        assertThat(atOnce("notify-history", Map.of("user", user)).get(0)).contains(": 100, of which 0 pending.");
    }

    @Test
    void whatCanBeRetried() {
        assertThat(atOnce("notify-retry-failed", Map.of("since", "30d"))).contains("2000 ⌛ expired");
    }

    @Test
    void theLatestRefs() {
        Instant begin = Instant.now();
        assertThat(staff.place().types("/notify-retry", Map.of(), "ref", "")).hasSize(25);
        List<SandboxChoice> none = staff.place().types("/notify-retry", Map.of(), "ref", "1000000");
        assertThat(none).isEmpty();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
}
