package app.moddy.bot.discord;

import static app.moddy.bot.discord.Talk.OPEN;
import static app.moddy.bot.discord.Talk.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What two bots on one PostgreSQL may do together, and what holds up both. The first has the gateway. */
@Execution(ExecutionMode.CONCURRENT)
class SharedPaceTest {
    private static final SandboxFault QUARANTINED = SandboxFault.error(403, 20026, "Your bot has been flagged");

    private final Scene scene = Scene.open();
    private final PostgresDatabase database = PostgresDatabase.create();
    private final SandboxChannel staff = scene.guild().channel("staff");
    private Talk first;
    private Talk second;

    private Talk bot() throws Exception {
        return Talk.start(scene.bot()
                .environment("DATABASE_URL", database.url())
                .environment("MODDY_STAFF_CHANNEL", staff.id())
                .environment("MODDY_REQUESTS_PER_SECOND", "100")
                .environment("MODDY_NEW_DM_PER_SECOND", "10"));
    }

    @BeforeEach
    void start() throws Exception {
        first = bot();
        awaitRoom(first, 10);
        second = bot();
    }

    @AfterEach
    void stop() throws Exception {
        first.close();
        second.close();
        scene.close();
        database.close();
    }

    /** So many may go at once, and also a while later, when what the login has cost has grown again. */
    private static void awaitRoom(Talk talk, int room) {
        AtomicLong since = new AtomicLong(System.nanoTime());
        Eventually.isTrue("room for " + room, () -> {
            if (talk.messenger().room(Reach.KNOWN) != room) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > TimeUnit.MILLISECONDS.toNanos(500);
        });
    }

    private SandboxUser someone(String name) {
        return scene.discord().user(name).joins(scene.guild());
    }

    private List<String> told() {
        return scene.guild().messages(staff).stream()
                .map(SandboxMessage::content)
                .toList();
    }

    private static void awaitAlarms(Talk talk, Alarm.Kind... kinds) {
        Eventually.isTrue(
                "alarms " + List.of(kinds),
                () -> talk.status().alarms().stream().map(Alarm::kind).toList().equals(List.of(kinds)));
    }

    @Test
    void eachHasHalfOfThePaceUntilTheOtherGoes() {
        awaitRoom(first, 5);
        awaitRoom(second, 5);
        first.close();
        awaitRoom(second, 10);
    }

    @Test
    void aLimitOfAllThatOneMeetsHoldsUpBoth() throws Exception {
        second.send(scene.bob());
        scene.discord().on(SEND).failNext(SandboxFault.rateLimited(8, true));
        var unused = second.begin(scene.bob(), Reach.KNOWN);
        long begin = System.nanoTime();
        Eventually.isTrue("the first pauses", () -> first.messenger().room(Reach.KNOWN) == 0);
        Eventually.isTrue(
                "for long", () -> first.messenger().untilRoom(Reach.KNOWN).compareTo(Duration.ofSeconds(2)) > 0);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        Eventually.isTrue("it is over", () -> first.messenger().room(Reach.KNOWN) > 0);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(7));
    }

    @Test
    void anAlarmThatOneMeetsIsBothsAndToldOnceByWhoHasTheGateway() throws Exception {
        try (LogLines log = LogLines.of(Alarms.class)) {
            scene.discord().on(OPEN).failNext(QUARANTINED);
            second.send(someone("fresh"));
            awaitAlarms(second, Alarm.Kind.QUARANTINED);
            awaitAlarms(first, Alarm.Kind.QUARANTINED);
            assertThat(first.messenger().slot(Reach.NEW)).isEmpty();
            Eventually.isTrue("staff are told", () -> told().size() == 1);
            assertThat(told().get(0)).contains("20026");
            assertThat(log.containing("as another instance has heard")).hasSize(1);
            database.execute("DELETE FROM alarm"); // as if a third had found that it is over
            awaitAlarms(first);
            awaitAlarms(second);
            Eventually.isTrue("staff are told again", () -> told().size() == 2);
        }
    }

    @Test
    void whoStandsByReachesStaffToo() {
        second.window().get(StaffChannel.class).tell("Hello from the other");
        Eventually.isTrue("told", () -> told().equals(List.of("Hello from the other")));
    }
}
