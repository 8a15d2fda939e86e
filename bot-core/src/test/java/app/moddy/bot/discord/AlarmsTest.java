package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.FakeCalls.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
    private static final int KNOWN = 1;
    private static final int NEW = 2;

    @TempDir
    private Path folder;

    private MessengerScene scene;
    private FakeCalls discord;
    private Messenger messenger;

    @BeforeEach
    void open() throws Exception {
        openAt(Duration.ZERO);
    }

    private void openAt(Duration later) throws Exception {
        scene = new MessengerScene(folder, MessengerScene.USUAL, later);
        discord = scene.discord;
        messenger = scene.messenger;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<Alarm.Kind> raised() {
        return scene.alarms().stream().map(Alarm::kind).toList();
    }

    private void reopenAt(Duration later) throws Exception {
        scene.close();
        openAt(later);
    }

    @Test
    void aQuarantineStopsNewDmsAndLeavesKnownUsersAlone() {
        scene.knows(KNOWN);
        discord.next(Kind.OPEN, 403, 20026);
        assertThat(scene.send(NEW)).isEqualTo(Delivery.notNow("20026", Duration.ofHours(1)));
        assertThat(raised()).containsExactly(Alarm.Kind.QUARANTINED);
        assertThat(messenger.room(Reach.NEW)).isZero();
        assertThat(messenger.timeFor(1, Reach.NEW)).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(scene.send(KNOWN).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(scene.toldStaff).singleElement().asString().contains("20026");
    }

    @Test
    void anHourLaterOneDmTriesItAndEachThatFailsCostsAnotherHour() {
        discord.next(Kind.OPEN, 403, 20026);
        scene.send(NEW);
        for (int hour = 0; hour < 3; hour++) {
            scene.pass(Duration.ofMinutes(59));
            assertThat(messenger.room(Reach.NEW)).isZero();
            scene.pass(Duration.ofMinutes(1));
            assertThat(messenger.room(Reach.NEW)).isEqualTo(1);
            discord.next(Kind.OPEN, 403, 20026);
            assertThat(scene.send(NEW).retryAfter()).isEqualTo(Duration.ofHours(1));
        }
        scene.pass(Duration.ofHours(1));
        assertThat(scene.send(NEW).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(raised()).isEmpty();
        assertThat(scene.toldStaff).hasSize(2).last().asString().contains("over");
    }

    @Test
    void theQuarantineIsNotOverWhenTheChannelOpensButTheMessageIsRefusedForIt() {
        discord.next(Kind.POST, 403, 20026);
        scene.send(NEW);
        scene.pass(Duration.ofHours(1));
        discord.next(Kind.POST, 403, 20026);
        scene.send(NEW + 1);
        assertThat(raised()).containsExactly(Alarm.Kind.QUARANTINED);
        assertThat(scene.toldStaff).hasSize(1);
    }

    @Test
    void aProbeThatSaysNothingIsFollowedByAnotherAMinuteLater() {
        discord.next(Kind.OPEN, 403, 20026);
        scene.send(NEW);
        scene.pass(Duration.ofHours(1));
        discord.next(Kind.OPEN, 404, 10013);
        scene.send(NEW);
        assertThat(messenger.room(Reach.NEW)).isZero();
        scene.pass(Duration.ofMinutes(1));
        assertThat(messenger.room(Reach.NEW)).isEqualTo(1);
    }

    @Test
    void openedTooFastTheNextPausesAreLongerUpToSixHours() {
        long[] minutes = {10, 20, 40, 80, 160, 320, 360, 360};
        for (long pause : minutes) {
            discord.next(Kind.OPEN, 403, 40003);
            assertThat(scene.send(NEW).retryAfter()).isEqualTo(Duration.ofMinutes(pause));
            scene.pass(Duration.ofMinutes(pause));
        }
        assertThat(scene.send(NEW).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(raised()).isEmpty();
        scene.pass(Duration.ofMinutes(1));
        discord.next(Kind.OPEN, 403, 40003);
        assertThat(scene.send(NEW + 1).retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whatWasUnderWayWhenItWasRaisedDoesNotRaiseItAgain() {
        Slot first = messenger.slot(Reach.NEW).orElseThrow();
        scene.pass(Duration.ofSeconds(1));
        Slot second = messenger.slot(Reach.NEW).orElseThrow();
        discord.next(Kind.OPEN, 403, 40003);
        discord.next(Kind.OPEN, 403, 40003);
        scene.sendIn(first, NEW);
        scene.sendIn(second, NEW + 1);
        scene.pass(Duration.ofMinutes(10));
        assertThat(messenger.room(Reach.NEW)).isEqualTo(1);
        assertThat(scene.toldStaff).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {40003, 20026})
    void whatWasLetInBeforeItWasRaisedDoesNotSayThatItIsOver(int code) {
        Slot first = messenger.slot(Reach.NEW).orElseThrow();
        scene.pass(Duration.ofSeconds(1));
        Slot second = messenger.slot(Reach.NEW).orElseThrow();
        discord.next(Kind.OPEN, 403, code);
        scene.sendIn(first, NEW);
        assertThat(MessengerScene.now(scene.sendIn(second, NEW + 1)).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(raised()).hasSize(1);
        assertThat(messenger.room(Reach.NEW)).isZero();
        scene.pass(Duration.ofHours(1));
        assertThat(scene.send(NEW).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(raised()).isEmpty();
    }

    /** The clock was a month ahead when it was raised. */
    @Test
    void timesOfAClockThatWasWrongAreMended() throws Exception {
        scene.pass(Duration.ofDays(30));
        discord.next(Kind.OPEN, 403, 20026);
        scene.send(NEW);
        reopenAt(Duration.ZERO);
        assertThat(raised()).containsExactly(Alarm.Kind.QUARANTINED);
        assertThat(scene.alarms().get(0).since()).isBeforeOrEqualTo(scene.clock.instant());
        scene.pass(Duration.ofHours(1));
        assertThat(messenger.room(Reach.NEW)).isEqualTo(1);
    }

    /** The clock of the one that wrote it was a month ahead; the other one knows of the alarm already. */
    @Test
    void soAreThoseThatAnotherInstanceHasWritten() {
        Alarms other = scene.alarmsOfItsOwn();
        other.load();
        discord.next(Kind.OPEN, 403, 40003);
        scene.send(NEW);
        for (int times = 0; times < 2; times++) {
            Instant wrong = scene.clock.instant().plus(Duration.ofDays(30));
            scene.kept.keep(Alarm.Kind.OPENING_TOO_FAST, new Alarms.Raised(wrong, wrong, 1));
            other.look();
            Alarm mended = other.all().get(0);
            assertThat(mended.since()).isBeforeOrEqualTo(scene.clock.instant());
            assertThat(mended.nextProbe()).isEqualTo(scene.clock.instant().plus(Duration.ofMinutes(20)));
        }
    }

    /** What the database did not take: others would not hear of it, nor would a restart. */
    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextLookAndSoIsThatItIsOver() {
        Alarms other = scene.alarmsOfItsOwn();
        other.load();
        Alarms failing = new Alarms(scene.clock, new AlarmStore(scene.failing, scene.timer), scene.toldStaff::add);
        failing.load();
        scene.fails = true;
        failing.raise(Alarm.Kind.QUARANTINED);
        failing.look();
        assertThat(failing.all()).hasSize(1);
        scene.fails = false;
        failing.look();
        other.look();
        assertThat(other.all()).extracting(Alarm::kind).containsExactly(Alarm.Kind.QUARANTINED);

        scene.fails = true;
        failing.clear(Alarm.Kind.QUARANTINED);
        scene.fails = false;
        failing.look();
        assertThat(failing.all()).isEmpty();
        other.look();
        assertThat(other.all()).isEmpty();
        assertThat(scene.toldStaff).as("raised, heard, over, heard").hasSize(4);
    }

    @Test
    void bothSurviveARestartWithTheirTimes() throws Exception {
        discord.next(Kind.OPEN, 403, 40003);
        scene.send(NEW);
        scene.pass(Duration.ofMinutes(10));
        discord.next(Kind.OPEN, 403, 40003);
        scene.send(NEW);
        reopenAt(Duration.ofMinutes(29));
        assertThat(raised()).containsExactly(Alarm.Kind.OPENING_TOO_FAST);
        assertThat(messenger.room(Reach.NEW)).isZero();
        scene.pass(Duration.ofMinutes(1));
        discord.next(Kind.OPEN, 403, 40003);
        assertThat(scene.send(NEW).retryAfter()).isEqualTo(Duration.ofMinutes(40));
        scene.pass(Duration.ofMinutes(40));
        scene.send(NEW);
        reopenAt(Duration.ZERO);
        assertThat(raised()).isEmpty();
    }

    @Test
    void aRefusedTokenStopsEverythingButAProbeAMinute() {
        scene.knows(KNOWN);
        discord.traffic().answered(401, 0);
        assertThat(raised()).containsExactly(Alarm.Kind.TOKEN_REFUSED);
        assertThat(messenger.room(Reach.KNOWN)).isZero();
        assertThat(messenger.room(Reach.NEW)).isZero();
        scene.pass(Duration.ofMinutes(1));
        assertThat(messenger.room(Reach.KNOWN)).isEqualTo(1);
        discord.next(Kind.POST, 401, 0);
        assertThat(scene.send(KNOWN)).isEqualTo(Delivery.notNow("HTTP 401", Duration.ofMinutes(1)));
        assertThat(messenger.room(Reach.KNOWN)).isZero();
        assertThat(scene.toldStaff).isEmpty();
        discord.traffic().answered(404, 10013);
        assertThat(raised()).isEmpty();
        assertThat(messenger.room(Reach.KNOWN)).isGreaterThan(1);
        assertThat(scene.toldStaff).hasSize(1);
    }

    @Test
    void aTokenThatNeverWorkedIsTheLoginsAffair() {
        Alarms alarms = scene.alarmsOfItsOwn();
        RestHealth health = new RestHealth(scene.clock);
        Pauses pauses = new Pauses(scene.clock);
        Pace pace = new Pace(scene.clock, new PaceSettings(45, 1));
        Admission admission = new Admission(scene.clock, pace, pauses, health, alarms, () -> true);
        Traffic traffic = new TrafficWatch(admission, pauses, health, alarms);
        traffic.answered(401, 0);
        assertThat(alarms.all()).isEmpty();
        traffic.answered(200, 0);
        traffic.answered(401, 0);
        assertThat(alarms.all()).hasSize(1);
    }
}
