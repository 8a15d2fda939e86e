package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.time.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final SettableClock clock = new SettableClock();
    private final Pace pace = new Pace(clock, new PaceSettings(45, 1));

    private int takeAll(Reach reach) {
        int taken = 0;
        while (pace.room(reach) > 0) {
            pace.take(reach);
            pace.end(reach, 0);
            taken++;
        }
        return taken;
    }

    @Test
    void noSecondHasMoreThanFiftyRequests() {
        int inOneSecond = takeAll(Reach.KNOWN);
        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofMillis(1));
            inOneSecond += takeAll(Reach.KNOWN);
        }
        assertThat(inOneSecond).isBetween(45, 50);
    }

    @Test
    void twoInstancesKeepItTogether() {
        pace.divide(2);
        int inOneSecond = takeAll(Reach.KNOWN);
        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofMillis(1));
            inOneSecond += takeAll(Reach.KNOWN);
        }
        assertThat(inOneSecond).isBetween(22, 26);
        Duration forAll = pace.timeFor(450, Reach.KNOWN);
        assertThat(forAll).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        pace.divide(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(pace.left()).isEqualTo(new Pace.Left(4, 5));
    }

    @Test
    void twoInstancesOpenOneDmASecondTogether() {
        pace.divide(2);
        clock.advance(Duration.ofMinutes(1));
        takeAll(Reach.NEW);
        int inAMinute = 0;
        for (int i = 0; i < 60_000; i += 10) {
            clock.advance(Duration.ofMillis(10));
            inAMinute += takeAll(Reach.NEW);
        }
        assertThat(inAMinute).isBetween(29, 32);
    }

    @Test
    void fiveNewDmsAreOpenedAtOnceAndThenOneASecond() {
        int atOnce = 0;
        for (int i = 0; i < 500; i++) { // half a second: requests for all five
            atOnce += takeAll(Reach.NEW);
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(atOnce).isEqualTo(5);
        int inAMinute = 0;
        for (int i = 0; i < 60_000; i += 10) {
            clock.advance(Duration.ofMillis(10));
            inAMinute += takeAll(Reach.NEW);
        }
        assertThat(inAMinute).isBetween(59, 61);
    }

    @Test
    void newOnesLeaveRoomForKnownOnes() {
        takeAll(Reach.NEW);
        assertThat(pace.room(Reach.KNOWN)).isPositive();
    }

    @Test
    void anUnendingStreamOfKnownUsersHoldsUpNoNewOnesForLong() {
        int known = 0;
        int anew = 0;
        for (int i = 0; i < 20_000; i++) {
            known += takeAll(Reach.KNOWN);
            anew += takeAll(Reach.NEW);
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(anew).isBetween(20, 26);
        assertThat(known).isGreaterThan(45 * 20 - 3 * 26);
    }

    @Test
    void sixtyFourAreUnderWayAtMostAndTenOfThemNew() {
        for (int i = 0; i < 100; i++) {
            if (pace.room(Reach.NEW) > 0) {
                pace.take(Reach.NEW);
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(pace.room(Reach.NEW)).isZero();
        int known = 0;
        for (int i = 0; i < 100; i++) {
            if (pace.room(Reach.KNOWN) > 0) {
                pace.take(Reach.KNOWN);
                known++;
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(known).isEqualTo(54);
        assertThat(pace.untilRoom(Reach.KNOWN)).isPositive();
        pace.end(Reach.NEW, 0);
        assertThat(pace.room(Reach.KNOWN)).isEqualTo(1);
    }

    @Test
    void whatGoesOutElsewhereIsCountedToo() {
        for (int i = 0; i < 50; i++) {
            pace.charge();
        }
        assertThat(pace.room(Reach.KNOWN)).isZero();
        Duration wait = pace.untilRoom(Reach.KNOWN);
        assertThat(wait).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_200));
        clock.advance(wait);
        assertThat(pace.room(Reach.KNOWN)).isEqualTo(1);
    }

    @Test
    void whatWasNotUsedIsThereAgain() {
        int room = pace.room(Reach.KNOWN);
        for (int i = 0; i < room; i++) {
            pace.take(Reach.KNOWN);
        }
        assertThat(pace.room(Reach.KNOWN)).isZero();
        for (int i = 0; i < room; i++) {
            pace.end(Reach.KNOWN, 1);
        }
        assertThat(pace.room(Reach.KNOWN)).isEqualTo(room);
    }

    @Test
    void tellsHowLongABacklogTakes() {
        assertThat(pace.timeFor(450, Reach.KNOWN)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        assertThat(pace.timeFor(65, Reach.NEW)).isEqualTo(Duration.ofSeconds(60));
        assertThat(pace.timeFor(1, Reach.NEW)).isZero();
    }
}
