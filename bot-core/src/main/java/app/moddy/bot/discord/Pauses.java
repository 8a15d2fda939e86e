package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Until when Discord's rate limits hold something up. Thread-safe. */
final class Pauses {
    private final Clock clock;
    private volatile BiConsumer<Traffic.Scope, Duration> onTold = (scope, pause) -> {};
    private final Map<Traffic.Scope, Instant> ends = new EnumMap<>(Traffic.Scope.class);

    Pauses(Clock clock) {
        this.clock = clock;
    }

    /** Tells of each that Discord begins. */
    void whenToldOf(BiConsumer<Traffic.Scope, Duration> then) {
        onTold = then;
    }

    /** Discord has told us of it. */
    void told(Traffic.Scope scope, Duration pause) {
        begin(scope, pause);
        onTold.accept(scope, pause);
    }

    synchronized void begin(Traffic.Scope scope, Duration pause) {
        Instant end = clock.instant().plus(pause);
        ends.merge(scope, end, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** What is left; zero when there is none. */
    synchronized Duration left(Traffic.Scope scope) {
        Duration left = Duration.between(clock.instant(), ends.getOrDefault(scope, Instant.EPOCH));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
