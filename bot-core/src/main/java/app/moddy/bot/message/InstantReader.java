package app.moddy.bot.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads points in time: ISO 8601 (UTC unless it has an offset) or Unix seconds, from 1970 to 9999. */
final class InstantReader {
    private static final String WANTED = "must be an ISO 8601 date or date-time, or Unix seconds, from 1970 to 9999";
    private static final Pattern COMPACT_DATE = Pattern.compile("(19[7-9]|[2-9][0-9]{2})[0-9]{5}");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(T.*[+-][0-9]{2})([0-9]{2})$");
    private static final BigDecimal LAST_SECOND =
            BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

    private InstantReader() {}

    static Reading read(Object raw) {
        if (raw instanceof Instant instant) {
            return seconds(instant.getEpochSecond());
        }
        String text = raw instanceof String string ? VisibleText.stripped(string) : "";
        Optional<LocalDate> date = compactDate(text);
        if (date.isPresent()) {
            return seconds(epochSecond(date.get()));
        }
        BigDecimal number = ScalarReader.decimal(raw);
        return number == null ? iso(text) : unix(number.setScale(0, RoundingMode.FLOOR));
    }

    /** Eight digits are a date if there is such a day: as Unix seconds they would all be in 1970. */
    private static Optional<LocalDate> compactDate(String text) {
        if (!COMPACT_DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Reading iso(String text) {
        String extended = SHORT_OFFSET.matcher(text).replaceFirst("$1:$2");
        try {
            TemporalAccessor time = text.length() <= "2024-01-20".length()
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(extended, OffsetDateTime::from, LocalDateTime::from);
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

    private static Reading unix(BigDecimal number) {
        if (number.compareTo(LAST_SECOND) <= 0) {
            return number.signum() < 0 ? Reading.unreadable(WANTED) : seconds(number.longValue());
        }
        boolean milliseconds = number.movePointLeft(3).compareTo(LAST_SECOND) <= 0;
        return Reading.unreadable(milliseconds ? "looks like milliseconds: send Unix seconds, or ISO 8601" : WANTED);
    }

    private static Reading seconds(long seconds) {
        return seconds < 0 || seconds > LAST_SECOND.longValue()
                ? Reading.unreadable(WANTED)
                : Reading.of(Instant.ofEpochSecond(seconds));
    }
}
