package app.moddy.bot.instance;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static final String METRIC = "\nmoddy_clock_skew_seconds ";

    private static double skew(RunningBot bot) {
        String metrics = bot.backend().get("/internal/metrics").text();
        String rest = metrics.substring(metrics.indexOf(METRIC) + METRIC.length());
        return Double.parseDouble(rest.substring(0, rest.indexOf('\n')));
    }

    private static void awaitSkew(RunningBot bot, DoublePredicate wished) {
        Eventually.isTrue("the skew", () -> wished.test(skew(bot)));
    }

    private static long lastHeartbeat(PostgresDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(seen_at) FROM instance")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It is measured with each, every two seconds. */
    private static void awaitMoreHeartbeats(PostgresDatabase database) {
        long before = lastHeartbeat(database);
        Eventually.isTrue("two more heartbeats", () -> lastHeartbeat(database) > before + 3_000);
    }

    @Test
    void aClockThatIsAheadOfTheServersIsMeasuredAndToldOnce() throws Exception {
        try (PostgresDatabase database = PostgresDatabase.create();
                Scene scene = Scene.open();
                MovableTime time = MovableTime.flowing();
                LogLines log = LogLines.of(SkewWatch.class);
                RunningBot bot = scene.bot()
                        .environment("DATABASE_URL", database.url())
                        .plugins(new Window("window"))
                        .replacing(time)
                        .start()) {
            awaitSkew(bot, skew -> Math.abs(skew) < 1);
            time.advance(Duration.ofSeconds(8));
            awaitSkew(bot, skew -> skew > 7 && skew < 9);
            awaitMoreHeartbeats(database);
            assertThat(log.containing("s ahead of that of the database server: keep all clocks right (NTP)"))
                    .hasSize(1);
            time.advance(Duration.ofSeconds(8));
            Eventually.isTrue(
                    "more than leases bear",
                    () -> log.containing("more than leases bear").size() == 1);
            time.advance(Duration.ofSeconds(-16));
            Eventually.isTrue(
                    "right again", () -> log.containing("is right again").size() == 1);
            time.advance(Duration.ofSeconds(8));
            Eventually.isTrue(
                    "told anew",
                    () -> log.containing(": keep all clocks right (NTP)").size() == 2);
        }
    }

    @Test
    void whereThereIsNoServerNobodyKnows() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(new Window("window")).start()) {
            assertThat(skew(bot)).isNaN();
        }
    }
}
