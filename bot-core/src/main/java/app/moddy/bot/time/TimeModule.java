package app.moddy.bot.time;

import com.google.inject.AbstractModule;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Wires the package, and the randomness that goes with time. Core only. */
public final class TimeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ThreadTimer.class).toInstance(new ThreadTimer());
        bind(Timer.class).to(ThreadTimer.class);
        bind(Clock.class).toInstance(new SteadyClock(Clock.systemUTC(), System::nanoTime));
        bind(RandomGenerator.class).toInstance(new Random()); // the one of the JDK's that threads may share
    }
}
