package app.moddy.bot.http;

import java.util.Objects;
import java.util.Set;

/**
 * What a route answers to. {@code GET} answers {@code HEAD} too. Immutable.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param path the whole path, compared as it is, such as {@code /internal/notify}. A segment in braces, such as <code>
 *     /internal/notifications/{id}</code>, stands for any one value of {@code A-Z}, {@code a-z}, {@code 0-9}, {@code .},
 *     {@code _}, {@code ~} and {@code -}, which {@link ApiRequest#path} gives; any other value, a percent-encoded one
 *     too, is 404. Where two endpoints of a method fit, the one with a name in the other's parameter's place answers
 * @param open whether it is answered without a token: for probes that carry none
 */
public record Endpoint(String method, String path, boolean open) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /**
     * @throws IllegalArgumentException for another method, or a path that is not {@code /internal/…} in lower case, or
     *     has a parameter twice
     */
    public Endpoint {
        Objects.requireNonNull(method, "method is null");
        Objects.requireNonNull(path, "path is null");
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "no method '" + method + "' for a route; there are GET, POST, PUT, PATCH and DELETE");
        }
        PathPattern.of(path);
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

    /**
     * Whether the two can not be served together: there are requests that both would answer, and neither path is the more
     * exact one. What their parameters are called makes no difference.
     */
    public boolean collidesWith(Endpoint other) {
        return method.equals(other.method) && pattern().isAmbiguousWith(other.pattern());
    }

    PathPattern pattern() {
        return PathPattern.of(path);
    }

    /** Whether its requests have a body. */
    public boolean hasBody() {
        return METHODS_WITH_BODY.contains(method);
    }
}
