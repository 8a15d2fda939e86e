package app.moddy.bot.discord;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what it hears of. Thread-safe. */
final class FakeTraffic implements Traffic {
    private final AtomicInteger unpaid = new AtomicInteger();

    int countUnpaid() {
        return unpaid.get();
    }

    @Override
    public void unpaid() {
        unpaid.incrementAndGet();
    }

    @Override
    public void answered(int httpStatus, int code) {}

    @Override
    public void failed() {}

    @Override
    public void limited(Scope scope, Duration pause) {}
}
