package app.moddy.bot.http;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a route answers, always as JSON in UTF-8. Immutable when its body is.
 *
 * @param status 200–599, without those that have no body (204, 205, 304)
 * @param headers further headers, one value each; names are equal whatever their case. {@code Content-Type}, {@code
 *     Content-Length}, {@code Connection} and the like are the server's
 * @param body made of maps with string keys, lists, strings, numbers, booleans, {@code null} within, {@link
 *     java.time.Instant} (written as ISO 8601) and records (their components in snake_case)
 */
public record ApiResponse(int status, Map<String, String> headers, Object body) {
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final Set<String> SERVERS_OWN =
            Set.of("connection", "content-length", "content-type", "date", "server", "transfer-encoding");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

    /** @throws IllegalArgumentException for another status, or a header that HTTP or the server does not allow */
    public ApiResponse {
        if (status < 200 || status > 599 || WITHOUT_BODY.contains(status)) {
            throw new IllegalArgumentException("status " + status + " is none of an answer with a body");
        }
        TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        copy.forEach(ApiResponse::check);
        headers = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(body, "body is null");
    }

    /** 200 with this body. */
    public static ApiResponse ok(Object body) {
        return of(200, body);
    }

    /** This status with this body. */
    public static ApiResponse of(int status, Object body) {
        return new ApiResponse(status, Map.of(), body);
    }

    /** The same with this header, instead of one of the same name. */
    public ApiResponse withHeader(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    private static void check(String name, String value) {
        if (!TOKEN.matcher(name).matches() || SERVERS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + name + "' is no header that a route may set");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("the header " + name + " may have visible ASCII and spaces only");
        }
    }
}
