package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.instance.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Life life = new Life();
    private final Leases leases = new Leases(Clock.fixed(NOW, ZoneOffset.UTC), life);

    private static final class Life implements Instance {
        private boolean live = true;
        private long absences;

        @Override
        public String id() {
            return "ours";
        }

        @Override
        public boolean isLive() {
            return live;
        }

        @Override
        public long absences() {
            return absences;
        }

        @Override
        public void whenOthersChange(Runnable then) {}
    }

    private Attempt begin() {
        Attempt attempt = new Attempt(
                1,
                1,
                new Snowflake(200_000_000_000_000_000L),
                new StoredNotice("welcomed", "a-plan", "{}", "", false),
                NOW,
                NOW,
                NOW,
                null,
                false,
                leases.erasures());
        leases.hold(attempt);
        return attempt;
    }

    @Test
    void whatBeganBeforeAnAbsenceIsNotSentAfterIt() {
        Attempt before = begin();
        assertThat(leases.isHeld(before)).isTrue();
        life.live = false;
        assertThat(leases.isHeld(before)).isFalse();
        life.absences++;
        life.live = true;
        assertThat(leases.isHeld(before)).isFalse();
        assertThat(leases.isHeld(begin())).isTrue();
    }
}
