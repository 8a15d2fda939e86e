package app.moddy.bot.instance;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
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

    /** Who waits for the others looks more often whether they know. */
    private static final Duration UNTIL_KNOWN = Duration.ofMillis(500);

    /** Well before the others may take what is ours, so that it is let go by then. */
    private static final Duration SURE = Duration.ofSeconds(7);

    private final String id;
    private final boolean shared;
    private final Store store;
    private final Store questions;
    private final Timer heart;
    private final Clock clock;
    private final Clock bots;
    private final Executor listeners;
    private final Runnable end;
    private final News news;
    private final Arrival arrival;
    private final SkewWatch skew = new SkewWatch();
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private volatile Presence presence = Presence.NONE;
    private final AtomicLong absences = new AtomicLong();
    private volatile boolean joins;
    private volatile boolean closed;

    /**
     * One that has not joined the others yet.
     *
     * @param store completes its stages on the heart's thread
     * @param questions the same, whose stages complete elsewhere
     * @param heart does nothing else
     * @param listeners where others are told of what has changed, one at a time
     * @param clock for how long this one is sure of what it knows
     * @param bots the clock of everything else, which is compared with the server's
     * @param end runs when this one has left
     */
    Instances(
            String id,
            boolean shared,
            Store store,
            Store questions,
            Timer heart,
            Executor listeners,
            Clock clock,
            Clock bots,
            Runnable end) {
        this.id = id;
        this.shared = shared;
        this.store = store;
        this.questions = questions;
        this.heart = heart;
        this.clock = clock;
        this.bots = bots;
        this.listeners = listeners;
        this.end = end;
        this.news = new News(listeners, () -> presence.live(), this::gateway);
        this.arrival = new Arrival(id, SURE);
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
        return !shared || presence.isLiveAt(clock.instant());
    }

    @Override
    public long absences() {
        return absences.get();
    }

    /**
     * The time for which this one may have a session at the gateway, by its number; empty: it may have none. Asked again whenever
     * something comes from there: between two of them others may have had the gateway, also when nobody here has noticed.
     */
    public OptionalLong gateway() {
        return hasGateway() ? OptionalLong.of(absences.get()) : OptionalLong.empty(); // in this order: see seen()
    }

    /** Whether the gateway is this one's now. */
    public boolean hasGateway() {
        Presence known = presence;
        return !shared || (known.gateway() && known.isLiveAt(clock.instant()));
    }

    /**
     * Whether nobody else has had the gateway since this one took it, by the database: a machine whose clocks stood still does not know
     * for how long it was away. Completed already where there are no others; else on a thread for nothing but this. Fails as the
     * store does.
     */
    public CompletionStage<Boolean> confirmGateway() {
        if (!shared) {
            return CompletableFuture.completedStage(true);
        }
        long since = presence.since();
        return questions.read(sql -> InstanceTable.hasGateway(sql, id, since));
    }

    /** How far the bot's clock is from the server's; empty while nobody knows. */
    Optional<Skew> skew() {
        return skew.last();
    }

    @Override
    public void whenOthersChange(Runnable then) {
        news.whenOthersChange(then);
    }

    /** Tells among how many the pace is to be divided, whenever that changes. It is one at first. */
    public void whenNumberChanges(IntConsumer then) {
        news.whenNumberChanges(then);
    }

    /** Runs this when {@link #gateway} may have changed; on the thread of {@link #whenOthersChange}, as all these. */
    public void whenGatewayChanges(Runnable then) {
        news.whenGatewayChanges(then);
    }

    /** Runs this every two seconds, while the database works: to look what others have left there. */
    public void afterEachBeat(Runnable then) {
        news.afterEachBeat(then);
    }

    /**
     * Joins the others; the store is open now. The stage ends once they have heard of it and left it its share of the pace, or
     * with the first try that fails.
     */
    public CompletionStage<@Nullable Void> start() {
        if (shared) {
            joins = true;
            heart.execute(this::beat);
            heart.execute(this::watchGateway);
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
        store.write(sql -> beat(sql)).whenComplete((seen, failure) -> {
            if (failure == null) {
                seen.ifPresent(now -> seen(now, asked));
            } else {
                log.debug("No heartbeat", failure); // the store itself tells that it does not work
            }
            boolean waits = failure == null && !presence.isKnown();
            heart.after(waits ? UNTIL_KNOWN : EVERY, this::beat);
            if (!waits && !started.isDone()) {
                listeners.execute(() -> started.complete(null));
            }
        });
    }

    /** Asked when its turn comes: behind what {@link #close} has handed over it would join the others once more, for good. */
    private Optional<InstanceTable.Seen> beat(Sql sql) {
        return closed ? Optional.empty() : Optional.of(InstanceTable.beat(sql, id, bots));
    }

    /** Only sets what is known: what follows from it happens elsewhere, and however long it takes, the heart goes on. */
    private void seen(InstanceTable.Seen seen, Instant asked) {
        boolean isBack = seen.isNew() || !presence.isSureAt(asked);
        if (isBack) {
            absences.incrementAndGet(); // first: what began before must not find that this one is live again
        }
        presence = new Presence(
                asked.plus(SURE), seen.seenAt().keySet(), arrival.isKnown(seen, isBack), seen.gateway(), seen.since());
        skew.measured(seen.skew());
        news.beaten();
    }

    private void watchGateway() {
        if (!closed) {
            news.look();
            heart.after(LOOK, this::watchGateway);
        }
    }

    /** Leaves the others, which take over at once; the database is still open. Idempotent. */
    @Override
    public void close() {
        boolean leaves = joins && !closed;
        closed = true;
        end.run();
        if (leaves) {
            store.write(sql -> InstanceTable.leave(sql, id)); // or it is found dead
        }
    }
}
