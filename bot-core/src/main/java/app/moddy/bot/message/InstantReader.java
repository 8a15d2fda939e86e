package app.moddy.bot.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Reads points in time: ISO 8601 (UTC unless it has an offset) or Unix seconds, from 1970 to 9999. */
final class InstantReader {
    private static final String WANTED = "must be an ISO 8601 date or date-time, or Unix seconds, from 1970 to 9999";
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,30}");
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private InstantReader() {}

    static Reading read(Object raw) {
        if (raw instanceof Instant instant) {
            return seconds(instant.getEpochSecond());
        } else if (raw instanceof String string
                && !DIGITS.matcher(string.strip()).matches()) {
            return iso(string.strip());
        }
        return ScalarReader.number(raw).value() instanceof Long number ? unix(number) : Reading.unreadable(WANTED);
    }

    private static Reading iso(String text) {
        try {
            TemporalAccessor time = text.length() <= "2024-01-20".length()
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return seconds(epochSecond(time));
        } catch (DateTimeException e) {
            return Reading.unreadable(WANTED);
        }
    }

    private static long epochSecond(TemporalAccessor time) {
        if (time instanceof OffsetDateTime offset) {
            return offset.toEpochSecond();
        } else if (time instanceof LocalDateTime local) {
            return local.toEpochSecond(ZoneOffset.UTC);
        }
        return LocalDate.from(time).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private static Reading unix(long number) {
        return number > LAST_SECOND && number / 1000 <= LAST_SECOND
                ? Reading.unreadable("looks like milliseconds: send Unix seconds, or ISO 8601")
                : seconds(number);
    }

    private static Reading seconds(long seconds) {
        return seconds < 0 || seconds > LAST_SECOND
                ? Reading.unreadable(WANTED)
                : Reading.of(Instant.ofEpochSecond(seconds));
    }
}
