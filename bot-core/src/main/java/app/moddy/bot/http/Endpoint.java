package app.moddy.bot.http;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a route answers to. {@code GET} answers {@code HEAD} too. Immutable.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param path the whole path, compared as it is, such as {@code /internal/notify}
 * @param open whether it is answered without a token: for probes that carry none
 */
public record Endpoint(String method, String path, boolean open) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Pattern PATH = Pattern.compile("/internal(/[a-z0-9._-]+)+");

    /** @throws IllegalArgumentException for another method, or a path that is not {@code /internal/…} in lower case */
    public Endpoint {
        Objects.requireNonNull(method, "method is null");
        Objects.requireNonNull(path, "path is null");
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "no method '" + method + "' for a route; there are GET, POST, PUT, PATCH and DELETE");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("the path '" + path + "' of a route must be /internal/ and then names of"
                    + " a-z, 0-9, '.', '_' and '-', with '/' between them");
        }
    }

    /** {@code GET} of this path, with a token. */
    public static Endpoint get(String path) {
        return new Endpoint("GET", path, false);
    }

    /** {@code POST} to this path, with a token. */
    public static Endpoint post(String path) {
        return new Endpoint("POST", path, false);
    }

    /** The same, answered to callers without a token too. */
    public Endpoint withoutToken() {
        return new Endpoint(method, path, true);
    }

    boolean hasBody() {
        return METHODS_WITH_BODY.contains(method);
    }
}
