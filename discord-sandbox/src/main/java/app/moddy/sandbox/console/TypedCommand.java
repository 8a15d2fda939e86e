package app.moddy.sandbox.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slash command as typed: {@code /notify-test action:subscription_created note:two words quoted:"a: b"}.
 *
 * @param name with the slash, subcommands after blanks
 */
public record TypedCommand(String name, Map<String, String> options) {
    private static final Pattern OPTION = Pattern.compile("\\s([\\p{L}\\p{N}_-]+):(?:\"([^\"]*)\"|(\\S*))");

    public TypedCommand {
        options = Map.copyOf(options);
    }

    /** Reads a line; words after an option belong to its value until the next option. */
    public static TypedCommand read(String line) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher matcher = OPTION.matcher(line);
        String name = line.strip();
        String key = "";
        int end = 0;
        while (matcher.find()) {
            if (key.isEmpty()) {
                name = line.substring(0, matcher.start()).strip();
            } else {
                options.merge(key, line.substring(end, matcher.start()), String::concat);
            }
            key = matcher.group(1);
            String quoted = matcher.group(2);
            options.put(key, quoted != null ? quoted : matcher.group(3));
            end = matcher.end();
        }
        if (!key.isEmpty()) {
            options.merge(key, line.substring(end), String::concat);
            options.replaceAll((option, value) -> value.strip());
        }
        return new TypedCommand(name, options);
    }
}
