package app.moddy.bot.discord;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.time.Duration;

/** Shortens times, so that a test of their end need not wait for it. */
public final class Timings {
    private Timings() {}

    /** The time that a delivery may take, in place of 25 seconds. */
    public static Module sendLimit(Duration limit) {
        return bound(new Timing(
                limit,
                Timing.DEFAULT.pauseAfterEnd(),
                Timing.DEFAULT.pauseAfterShortSession(),
                Timing.DEFAULT.pauseAfterRefusal(),
                Timing.DEFAULT.drain()));
    }

    static Module pauses(Duration pause) {
        return bound(new Timing(Timing.DEFAULT.sendLimit(), pause, pause, pause, Timing.DEFAULT.drain()));
    }

    /** All are short but that after a session that had hardly begun. */
    static Module pausesButAfterShortSessions(Duration pause) {
        return bound(new Timing(
                Timing.DEFAULT.sendLimit(),
                pause,
                Timing.DEFAULT.pauseAfterShortSession(),
                pause,
                Timing.DEFAULT.drain()));
    }

    private static Module bound(Timing timing) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(Timing.class).toInstance(timing);
            }
        };
    }
}
