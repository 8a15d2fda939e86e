package app.moddy.bot.time;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Runs short tasks on the bot's own few threads, now ({@link #execute}) or later. Tasks do not block; what one throws is
 * logged. Nothing runs once the bot has stopped. Thread-safe.
 */
public interface Timer extends Executor {
    /** Runs it once, after at least this long. */
    void after(Duration delay, Runnable task);
}
