package app.moddy.bot.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What one class logs while this is open; tests that run beside it are told apart by the text. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger;

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** What this class logs. */
    public static LogLines of(Class<?> logging) {
        return of(logging.getName());
    }

    /** What is logged under this name. */
    public static LogLines of(String logger) {
        LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(logger));
        lines.start();
        lines.logger.addAppender(lines);
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event);
    }

    /** The lines so far that have this text. */
    public List<ILoggingEvent> containing(String text) {
        return lines.stream()
                .filter(line -> line.getFormattedMessage().contains(text))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
