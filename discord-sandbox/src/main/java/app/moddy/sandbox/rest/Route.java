package app.moddy.sandbox.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One method and path of the API.
 *
 * @param template the path as in Discord's OpenAPI file, with parts such as {@code {channel_id}}
 * @param needsToken whether the bot's token is required
 * @param bucket routes with the same bucket share one rate limit
 */
public record Route(String method, String template, boolean needsToken, String bucket, Handler handler) {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final List<String> MAJOR = List.of("channel_id", "guild_id", "webhook_id", "webhook_token");

    /** Returns method and template, such as {@code GET /users/@me}. */
    public String key() {
        return method + " " + template;
    }

    /** Returns the values of the parts in braces when this is the path of the template. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = SLASH.splitAsStream(template).toList();
        List<String> given = List.of(SLASH.split(path, -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.startsWith("{")) {
                parts.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    /** Returns what a rate limit is counted by: the bucket and the major parameters. */
    String bucketKey(Map<String, String> parts) {
        StringBuilder key = new StringBuilder(bucket);
        for (String major : MAJOR) {
            key.append(':').append(parts.getOrDefault(major, ""));
        }
        return key.toString();
    }

    /** Whether the 50 requests per second do not count here: answers to interactions. */
    boolean isExemptFromGlobalLimit() {
        return template.startsWith("/interactions/") || template.startsWith("/webhooks/");
    }
}
