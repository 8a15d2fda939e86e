package app.moddy.bot.config;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what came from the environment, and secrets, in messages that others wrote: exceptions may quote a value. */
final class Masking {
    /** Shorter ones ({@code 17}) are hidden only where they stand alone: "17 to 19 digits" is no quotation of "1". */
    private static final int LONG_ENOUGH_ANYWHERE = 4;

    private final Map<String, String> words = new HashMap<>();

    void add(Environment.Resolved resolved) {
        resolved.used().forEach((name, value) -> {
            addWord(value, "${" + name + "}");
            for (String part : value.split(",", -1)) {
                addWord(part, "${" + name + "}");
            }
        });
    }

    void add(Secret secret) {
        addWord(secret.reveal(), secret.toString());
    }

    void addAll(Masking other) {
        words.putAll(other.words);
    }

    private void addWord(String word, String shown) {
        if (!word.isBlank()) {
            words.putIfAbsent(word.strip(), shown);
        }
    }

    /** The message without any of the values. */
    String hide(String message) {
        if (words.isEmpty()) {
            return message;
        }
        // Longest first: a value may be a part of another. One pass: a variable's name may be another one's value.
        List<String> longestFirst = words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        StringBuilder pattern = new StringBuilder();
        for (String word : longestFirst) {
            pattern.append(pattern.isEmpty() ? "" : "|").append(pattern(word));
        }
        return Pattern.compile(pattern.toString())
                .matcher(message)
                .replaceAll(match -> Matcher.quoteReplacement(words.getOrDefault(match.group(), "***")));
    }

    private static String pattern(String word) {
        String quoted = Pattern.quote(word);
        return word.length() >= LONG_ENOUGH_ANYWHERE ? quoted : "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])";
    }
}
