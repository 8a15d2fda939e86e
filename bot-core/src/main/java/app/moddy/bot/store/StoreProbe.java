package app.moddy.bot.store;

import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes something now and then, and waits for its commit: what is undone never reaches the disk. */
final class StoreProbe implements StoreStatus {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Engine engine;
    private final Store store;
    private final StoreHealth writes;
    private final Timer timer;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private CompletableFuture<String> underWay = CompletableFuture.completedFuture("");

    StoreProbe(Engine engine, Store store, StoreHealth writes, Timer timer, Clock clock) {
        this.engine = engine;
        this.store = store;
        this.writes = writes;
        this.timer = timer;
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<String> fault() {
        if (!underWay.isDone()) {
            return underWay.copy();
        }
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return underWay.thenApply(found -> writes.fault().isEmpty() ? found : writes.fault());
        }
        next = now.plus(EVERY);
        underWay = probe();
        return underWay.copy();
    }

    private CompletableFuture<String> probe() {
        CompletableFuture<String> found = new CompletableFuture<>();
        store.write(sql -> {
                    engine.probe(sql);
                    return true;
                })
                .whenComplete(
                        (done, failure) -> found.complete(failure == null ? "" : String.valueOf(failure.getMessage())));
        timer.after(PATIENCE, () -> found.complete("it does not answer within " + PATIENCE.toSeconds() + " s"));
        return found;
    }
}
