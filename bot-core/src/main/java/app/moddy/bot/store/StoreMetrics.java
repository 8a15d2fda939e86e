package app.moddy.bot.store;

import app.moddy.bot.metrics.Gauge;
import app.moddy.bot.metrics.Histogram;
import app.moddy.bot.metrics.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What is measured of the store. */
final class StoreMetrics {
    private static final List<Duration> BOUNDS = Stream.of(1, 5, 10, 25, 50, 100, 250, 1_000, 5_000)
            .map(Duration::ofMillis)
            .toList();

    private final Metrics metrics;
    private final Histogram commits;

    StoreMetrics(Metrics metrics) {
        this.metrics = metrics;
        this.commits = metrics.histogram("store_commit", "Transactions that were committed", BOUNDS);
    }

    Histogram commits() {
        return commits;
    }

    /** Shows how this one is whenever somebody looks. */
    void watch(Engine engine, DatabaseStore store, StoreStatus status) {
        Gauge up = metrics.gauge("store_up", "1 while the store accepts writes");
        Gauge waiting = metrics.gauge("store_waiting_writes", "Works that wait to be written");
        Gauge size = metrics.gauge("store_size_bytes", "The size of the database, without the log beside it");
        Gauge room = metrics.gauge("store_disk_free_bytes", "What is free on the disk that the store is on");
        metrics.beforeEachLook(() -> {
            waiting.set(store.waitingWrites());
            size.set(engine.size());
            room.set(engine.room());
            return up(up, status);
        });
    }

    private static CompletionStage<?> up(Gauge up, StoreStatus status) {
        return status.fault().thenAccept(fault -> up.set(fault.isEmpty() ? 1 : 0));
    }
}
