package app.moddy.bot.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What the machine's clock shows: it may be wrong, and be set. */
public final class MachineClock extends Clock {
    private final VirtualTime time;
    private Duration ahead = Duration.ZERO;

    /** One that is right. */
    public MachineClock(VirtualTime time) {
        this.time = time;
    }

    /** Somebody sets it: forward, or back. */
    public void jump(Duration by) {
        ahead = ahead.plus(by);
    }

    /** By how much it is ahead of the true time. */
    public Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return time.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs it");
    }
}
