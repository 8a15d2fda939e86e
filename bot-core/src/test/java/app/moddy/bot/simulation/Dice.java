package app.moddy.bot.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** All chance of one simulation. The same seed gives the same throws, on every JVM. For one thread. */
public final class Dice implements RandomGenerator {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** From the first to the second, both included. */
    public int between(int least, int most) {
        return nextInt(least, most + 1);
    }

    /** Any time between these, each as likely. */
    public Duration between(Duration least, Duration most) {
        return Duration.ofNanos(nextLong(least.toNanos(), most.toNanos() + 1));
    }

    /** Any time between these; a tenth is as likely as the whole, so that seconds and hours both come up. */
    public Duration scaled(Duration least, Duration most) {
        double low = StrictMath.log((double) least.toNanos());
        double high = StrictMath.log((double) most.toNanos());
        return Duration.ofNanos((long) StrictMath.exp(low + nextDouble() * (high - low)));
    }

    /** One of these. */
    @SafeVarargs
    public final <T> T oneOf(T... all) {
        return all[nextInt(all.length)];
    }

    /** One of these. */
    public <T> T oneOf(List<T> all) {
        return all.get(nextInt(all.size()));
    }
}
