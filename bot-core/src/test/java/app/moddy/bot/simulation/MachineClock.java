package app.moddy.bot.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the machine's clock shows: it may be wrong, and be set. */
public final class MachineClock extends Clock {
    private final VirtualTime time;
    private final List<Long> forward = new ArrayList<>();
    private Duration ahead;

    /** One that is right. */
    public MachineClock(VirtualTime time) {
        this(time, Duration.ZERO);
    }

    /** One that is so far ahead from the beginning; negative: behind. */
    public MachineClock(VirtualTime time, Duration ahead) {
        this.time = time;
        this.ahead = ahead;
    }

    /** Somebody sets it: forward, or back. */
    public void jump(Duration by) {
        ahead = ahead.plus(by);
        if (!by.isNegative()) {
            forward.add(time.nanos());
        }
    }

    /** How often it was set forward between these true times: every pace begins with a full measure then. */
    public long forwardBetween(long first, long last) {
        return forward.stream().filter(nanos -> nanos >= first && nanos <= last).count();
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
