package app.moddy.bot.discord;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs JDA's callbacks on the thread that has the answer. What follows is short and never blocks; the pool that JDA would take
 * else costs a change of threads for each call, and on two cores it is a single thread, which one callback could hold up for
 * all. Stateless but for its end.
 */
final class CallerThread extends AbstractExecutorService {
    private volatile boolean ended;

    @Override
    public void execute(Runnable callback) {
        callback.run();
    }

    @Override
    public void shutdown() {
        ended = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        ended = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return ended;
    }

    @Override
    public boolean isTerminated() {
        return ended;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return ended;
    }
}
