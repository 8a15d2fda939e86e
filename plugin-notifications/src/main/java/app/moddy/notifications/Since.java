package app.moddy.notifications;

import app.moddy.bot.command.CompletionCall;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/** How far back to look: a whole number with {@code m}, {@code h} or {@code d}, at most 90 days. */
final class Since {
    static final Duration LONGEST = Duration.ofDays(90);

    private static final Pattern FORM = Pattern.compile("\\s*([1-9][0-9]{0,4})\\s*([mhdj])\\s*");
    private static final List<String> OFFERED = List.of("1h", "2h", "6h", "12h", "1d", "3d", "7d", "30d", "90d");

    private Since() {}

    /** What the text means; empty when it is none. {@code j} is French for {@code d}. */
    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1));
        Duration duration = switch (form.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return Optional.of(duration).filter(known -> known.compareTo(LONGEST) <= 0);
    }

    /** What is typed, when it means something, and what else begins like it. */
    static List<Choice> choices(CompletionCall call) {
        String typed = call.typed().strip().toLowerCase(Locale.ROOT);
        Set<String> values = new LinkedHashSet<>();
        if (parse(typed).isPresent()) {
            values.add(typed);
        }
        OFFERED.stream().filter(value -> value.startsWith(typed)).forEach(values::add);
        return values.stream().map(value -> new Choice(value, value)).toList();
    }
}
