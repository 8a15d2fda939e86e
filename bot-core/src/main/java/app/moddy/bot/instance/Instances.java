package app.moddy.bot.instance;

import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance among the others on its database: tells them that it lives, and knows who else does and whether the gateway is
 * its own. In a database that one process has for itself there is nobody else, and nothing to tell. Core only; thread-safe.
 */
public final class Instances implements Instance, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Instances.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Well before the others may take what is ours, so that it is let go by then. */
    private static final Duration SURE = Duration.ofSeconds(7);

    private final String id;
    private final boolean shared;
    private final Store store;
    private final Timer timer;
    private final Clock clock;
    private final Runnable end;

    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private final List<Runnable> onOthers = new CopyOnWriteArrayList<>();
    private final List<IntConsumer> onNumber = new CopyOnWriteArrayList<>();
    private final List<Runnable> onBeat = new CopyOnWriteArrayList<>();
    private volatile Runnable onGateway = () -> {};
    private volatile Presence presence = Presence.NONE;
    private volatile boolean closed;
    private boolean hadGateway;

    /**
     * One that has not joined the others yet.
     *
     * @param store completes its stages on the timer's thread
     * @param end runs when this one has left
     */
    Instances(String id, boolean shared, Store store, Timer timer, Clock clock, Runnable end) {
        this.id = id;
        this.shared = shared;
        this.store = store;
        this.timer = timer;
        this.clock = clock;
        this.end = end;
    }

    /** Whether there may be others. */
    public boolean isShared() {
        return shared;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isLive() {
        return !shared || presence.isSureAt(clock.instant());
    }

    /** Whether this one may have a session at the gateway: asked again whenever something comes from there. */
    public boolean hasGateway() {
        Presence known = presence;
        return !shared || (known.gateway() && known.isSureAt(clock.instant()));
    }

    @Override
    public void whenOthersChange(Runnable then) {
        onOthers.add(then);
    }

    /** Tells among how many the pace is to be divided, whenever that changes. It is one at first. */
    public void whenNumberChanges(IntConsumer then) {
        onNumber.add(then);
    }

    /** Runs this when {@link #hasGateway} may have changed. */
    public void whenGatewayChanges(Runnable then) {
        onGateway = then;
    }

    /** Runs this every two seconds, while the database works: to look what others have left there. */
    public void afterEachBeat(Runnable then) {
        onBeat.add(then);
    }

    /**
     * Joins the others; the store is open now. The stage ends with the first try, well or not; if there are others, once they
     * have heard of it and left it its share of the pace.
     */
    public CompletionStage<@Nullable Void> start() {
        if (shared) {
            timer.execute(this::beat);
            timer.execute(this::watchGateway);
        } else {
            started.complete(null);
        }
        return started.minimalCompletionStage();
    }

    private void beat() {
        if (closed) {
            return;
        }
        Instant asked = clock.instant();
        store.write(sql -> InstanceTable.beat(sql, id)).whenComplete((seen, failure) -> {
            if (failure == null) {
                seen(new Presence(asked.plus(SURE), seen.live(), seen.gateway()));
            } else {
                log.debug("No heartbeat", failure); // the store itself tells that it does not work
            }
            begun(failure == null && seen.live().size() > 1 ? EVERY : Duration.ZERO);
            timer.after(EVERY, this::beat);
        });
    }

    private void begun(Duration pause) {
        if (!started.isDone()) {
            timer.after(pause, () -> started.complete(null));
        }
    }

    private void seen(Presence now) {
        Set<String> before = presence.live();
        presence = now;
        if (!before.equals(now.live())) {
            log.info("Instances of the bot on this database: {}", now.live().size());
            onNumber.forEach(each -> guarded(() -> each.accept(now.live().size())));
            onOthers.forEach(Instances::guarded);
        }
        tellGateway();
        onBeat.forEach(Instances::guarded);
    }

    /** It is lost without a word: that is what losing it is. */
    private void watchGateway() {
        if (!closed) {
            tellGateway();
            timer.after(LOOK, this::watchGateway);
        }
    }

    private void tellGateway() {
        boolean has = hasGateway();
        if (has != hadGateway) {
            hadGateway = has;
            guarded(onGateway);
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) { // without the next heartbeat this instance would count as dead
            log.error("A task failed", bug);
        }
    }

    /** Leaves the others, which take over at once; the database is still open. Idempotent. */
    @Override
    public void close() {
        boolean leaves = shared && !closed && started.isDone();
        closed = true;
        end.run();
        if (leaves) {
            store.write(sql -> InstanceTable.leave(sql, id)); // or it is found dead
        }
    }
}
