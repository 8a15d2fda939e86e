package app.moddy.bot.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** While it is open nothing of this thread is logged: thousands of troubles are meant to be. Other threads log as ever. */
public final class QuietLog extends TurboFilter implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Consumer<String> errors;

    private QuietLog(Consumer<String> errors) {
        this.errors = errors;
    }

    /**
     * Quiet for the thread that calls this.
     *
     * @param errors is told of every ERROR, by its format
     */
    public static QuietLog begin(Consumer<String> errors) {
        QuietLog quiet = new QuietLog(errors);
        quiet.logging.addTurboFilter(quiet);
        return quiet;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (!Thread.currentThread().equals(thread)) {
            return FilterReply.NEUTRAL;
        }
        if (format != null && level.equals(Level.ERROR)) {
            errors.accept(format);
        }
        return FilterReply.DENY;
    }

    @Override
    public void close() {
        logging.getTurboFilterList().remove(this);
    }
}
