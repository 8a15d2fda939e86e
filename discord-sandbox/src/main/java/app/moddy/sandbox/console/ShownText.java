package app.moddy.sandbox.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Discord Markdown as a reader sees it, as far as a terminal can show it: timestamps become dates, mentions names,
 * escapes vanish.
 *
 * @param names the name for a user's id
 * @param now what relative timestamps are relative to
 */
public record ShownText(UnaryOperator<String> names, Instant now) {
    private static final Pattern MARK =
            Pattern.compile("<t:(-?\\d{1,13})(?::([tTdDfFsSR]))?>|<@!?(\\d{1,20})>|\\\\([\\p{Punct}])");

    /** Returns the text to show. */
    public String of(String text) {
        return MARK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(shown(match)));
    }

    private String shown(MatchResult match) {
        if (match.group(3) != null) {
            return "@" + names.apply(match.group(3));
        }
        if (match.group(4) != null) {
            return match.group(4);
        }
        String style = match.group(2) == null ? "f" : match.group(2);
        return date(Instant.ofEpochSecond(Long.parseLong(match.group(1))), style);
    }

    /** As ISO 8601 has it: nobody here knows the language of the message. */
    private String date(Instant time, String style) {
        String pattern = switch (style) {
            case "t" -> "HH:mm";
            case "T" -> "HH:mm:ss";
            case "d", "D" -> "yyyy-MM-dd";
            case "S" -> "yyyy-MM-dd HH:mm:ss";
            default -> "yyyy-MM-dd HH:mm";
        };
        String shown = DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(time);
        boolean dayOnly = style.equals("d") || style.equals("D");
        String zoned = dayOnly ? shown : shown + " UTC";
        return style.equals("R") ? zoned + " (" + relative(time) + ")" : zoned;
    }

    private String relative(Instant time) {
        Duration distance = Duration.between(now, time).abs();
        String amount;
        if (distance.toDays() > 0) {
            amount = distance.toDays() + " d";
        } else if (distance.toHours() > 0) {
            amount = distance.toHours() + " h";
        } else if (distance.toMinutes() > 0) {
            amount = distance.toMinutes() + " min";
        } else {
            amount = distance.toSeconds() + " s";
        }
        return (time.isBefore(now) ? "-" : "+") + amount;
    }
}
