package app.moddy.bot.instance;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who want to know what has changed, elsewhere than where it is found out: whoever takes its time with that must not
 * hold up the heartbeats. What changes meanwhile is told afterwards, in one. Thread-safe.
 */
final class News {
    private static final Logger log = LoggerFactory.getLogger(News.class);

    private final Executor thread;
    private final Supplier<Set<String>> live;
    private final Supplier<OptionalLong> gateway;
    private final List<IntConsumer> onNumber = new CopyOnWriteArrayList<>();
    private final List<Runnable> onOthers = new CopyOnWriteArrayList<>();
    private final List<Runnable> onBeat = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean beaten = new AtomicBoolean();
    private volatile Runnable onGateway = () -> {};
    private volatile OptionalLong toldGateway = OptionalLong.empty();
    private Set<String> toldLive = Set.of();

    /**
     * News of these two.
     *
     * @param thread runs one at a time
     */
    News(Executor thread, Supplier<Set<String>> live, Supplier<OptionalLong> gateway) {
        this.thread = thread;
        this.live = live;
        this.gateway = gateway;
    }

    void whenNumberChanges(IntConsumer then) {
        onNumber.add(then);
    }

    void whenOthersChange(Runnable then) {
        onOthers.add(then);
    }

    void afterEachBeat(Runnable then) {
        onBeat.add(then);
    }

    void whenGatewayChanges(Runnable then) {
        onGateway = then;
    }

    /** The heart has beaten. */
    void beaten() {
        beaten.set(true);
        come();
    }

    /** It is lost without a word: that is what losing it is. */
    void look() {
        if (!gateway.get().equals(toldGateway)) {
            come();
        }
    }

    private void come() {
        if (due.compareAndSet(false, true)) {
            thread.execute(this::tell);
        }
    }

    private void tell() {
        due.set(false);
        Set<String> now = live.get();
        boolean isOther = !now.equals(toldLive);
        if (isOther) {
            toldLive = now;
            log.info("Instances of the bot on this database: {}", now.size());
            onNumber.forEach(each -> guarded(() -> each.accept(now.size())));
        }
        tellGateway();
        if (isOther) {
            onOthers.forEach(News::guarded);
        }
        if (beaten.getAndSet(false)) {
            onBeat.forEach(News::guarded);
        }
    }

    private void tellGateway() {
        OptionalLong now = gateway.get();
        if (!now.equals(toldGateway)) {
            toldGateway = now;
            guarded(onGateway);
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) { // the others are told all the same
            log.error("A task failed", bug);
        }
    }
}
