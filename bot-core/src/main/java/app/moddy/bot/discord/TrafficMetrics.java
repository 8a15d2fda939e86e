package app.moddy.bot.discord;

import app.moddy.bot.metrics.Counter;
import app.moddy.bot.metrics.Metrics;
import java.time.Duration;
import java.util.Locale;

/** Counts the requests to Discord. Thread-safe. */
final class TrafficMetrics implements Traffic {
    private final Counter requests;
    private final Counter limits;

    TrafficMetrics(Metrics metrics) {
        requests = metrics.counter(
                "discord_requests",
                "Requests to Discord with the bot's token, each try; status is HTTP's, or none when no answer came",
                "status");
        limits = metrics.counter(
                "discord_rate_limits",
                "Answers 429 that hold up more than one route: everything, or the opening of DMs",
                "scope");
        for (Scope scope : Scope.values()) {
            limits.add(0, word(scope));
        }
    }

    @Override
    public void unpaid() {}

    @Override
    public void answered(int httpStatus, int code) {
        requests.increment(Integer.toString(httpStatus));
    }

    @Override
    public void failed() {
        requests.increment("none");
    }

    @Override
    public void limited(Scope scope, Duration pause) {
        limits.increment(word(scope));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
