package app.moddy.bot;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/** How the lines of the log are written. */
public enum LogFormat {
    /** For people: one line, and stack traces below it. */
    TEXT {
        @Override
        void use() {}
    },
    /**
     * For programs: one JSON object a line, with {@code timestamp} (milliseconds since 1970), {@code level}, {@code
     * loggerName}, {@code threadName}, {@code formattedMessage}, {@code throwable} and, in {@code mdc}, {@code notification}.
     */
    JSON {
        @Override
        void use() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            Iterator<Appender<ILoggingEvent>> appenders =
                    context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
            appenders.forEachRemaining(appender -> {
                if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
                    stream.setEncoder(encoder(context));
                }
            });
        }
    };

    /** Writes all further lines like this; as they are configured, they are text. */
    abstract void use();

    private static JsonEncoder encoder(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithKVPList(false);
        encoder.start();
        return encoder;
    }
}
