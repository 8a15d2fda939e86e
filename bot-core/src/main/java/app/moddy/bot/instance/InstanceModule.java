package app.moddy.bot.instance;

import app.moddy.bot.store.StoreSettings;
import app.moddy.bot.store.StoreSource;
import app.moddy.bot.time.SteadyClock;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Wires the package. Core only. Needs {@link StoreSettings}, a {@link StoreSource}, a {@link Clock} and a {@link RandomGenerator}. */
public final class InstanceModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Instance.class).to(Instances.class);
        bind(InstanceMetrics.class).asEagerSingleton();
    }

    /** By a clock of its own, on which nothing else depends: it is for how long others have not heard of this one. */
    @Provides
    @Singleton
    Instances instances(StoreSettings settings, StoreSource source, Clock bots, RandomGenerator random) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        SteadyClock clock = SteadyClock.forDurations(Clock.systemUTC(), System::nanoTime);
        OwnThread heart = new OwnThread("instances");
        OwnThread news = new OwnThread("instances-news");
        OwnThread questions = new OwnThread("interactions");
        Runnable end = () -> {
            heart.close();
            news.close();
            questions.close();
        };
        return new Instances(
                HexFormat.of().formatHex(id),
                settings.isShared(),
                source.on(heart),
                source.on(questions),
                heart,
                news,
                clock,
                bots,
                end);
    }
}
