package app.moddy.bot.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent, as far as a route needs it. Immutable.
 *
 * <p>Plugins' tests make one with {@link #of} and the {@code with…} methods; the server does the same.
 */
public final class ApiRequest {
    private final Map<String, @Nullable Object> body;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final Map<String, String> path;

    private ApiRequest(
            Map<String, @Nullable Object> body,
            Map<String, String> headers,
            Map<String, String> query,
            Map<String, String> path) {
        this.body = body;
        this.headers = headers;
        this.query = query;
        this.path = path;
    }

    /**
     * A request without headers, query or path parameters.
     *
     * @param body the JSON object; empty for methods without a body
     * @throws IllegalArgumentException when it has something that {@link #body} never has, such as a {@code Double}
     */
    public static ApiRequest of(Map<String, ? extends @Nullable Object> body) {
        return new ApiRequest(JsonObject.copyOf(body), headerMap(Map.of()), Map.of(), Map.of());
    }

    /** A request without a body; headers in any case. */
    static ApiRequest of(Map<String, String> headers, Map<String, String> query, Map<String, String> path) {
        return new ApiRequest(Map.of(), headerMap(headers), Map.copyOf(query), Map.copyOf(path));
    }

    ApiRequest withBody(Map<?, ?> json) {
        return new ApiRequest(JsonObject.copyOf(json), headers, query, path);
    }

    /** The same with this header, instead of one of the same name. */
    public ApiRequest withHeader(String name, String value) {
        Map<String, String> more = headerMap(headers);
        more.put(name, value);
        return new ApiRequest(body, more, query, path);
    }

    /** The same with this query parameter, instead of one of the same name. */
    public ApiRequest withQuery(String name, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value);
        return new ApiRequest(body, headers, more, path);
    }

    /**
     * The same with this path parameter, instead of one of the same name.
     *
     * @throws IllegalArgumentException when no path can have this value (see {@link Endpoint})
     */
    public ApiRequest withPath(String name, String value) {
        if (!PathPattern.isValue(value)) {
            throw new IllegalArgumentException("'" + value + "' is no value of a path parameter");
        }
        Map<String, String> more = new TreeMap<>(path);
        more.put(name, value);
        return new ApiRequest(body, headers, query, more);
    }

    /**
     * The JSON object that was sent, keys in the caller's order; empty when the method has no body. Unmodifiable at every
     * level. Values are {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger}, {@code
     * BigDecimal}, {@code List}, {@code Map} and {@code null}.
     */
    public Map<String, @Nullable Object> body() {
        return body;
    }

    /**
     * The SHA-256 of {@link #body()} in lower-case hex: the same for the same JSON however it was written (order of keys,
     * white space, escapes, {@code 1} or {@code 1.0} or {@code 1e0}), another for any other. Computed anew at each call.
     */
    public String canonicalHash() {
        return CanonicalJson.hash(body);
    }

    /** The header of this name, whatever its case; the values of a repeated one are joined by {@code ", "} (RFC 9110 §5.2). */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The query parameter of this name, decoded. The server refuses a repeated one. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * The value of a parameter of the endpoint's path, as it was sent.
     *
     * @throws IllegalArgumentException when the endpoint has no parameter of this name
     */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no parameter '" + name + "'");
        }
        return value;
    }

    /**
     * Whether this query parameter is {@code true}; a missing one is {@code false}.
     *
     * @throws ApiException 422 that names it, when it is anything else
     */
    public boolean queryFlag(String name) {
        return switch (query(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiException.invalid(List.of(new FieldFault(name, "must be true or false")));
        };
    }

    /**
     * Refuses query parameters other than these: a misspelt {@code dry_run} must not send.
     *
     * @throws ApiException 422 that names each
     */
    public void refuseQueryBut(String... known) {
        List<FieldFault> unknown = query.keySet().stream()
                .filter(name -> !List.of(known).contains(name))
                .sorted()
                .map(name -> new FieldFault(
                        name,
                        "unknown query parameter; known: " + (known.length == 0 ? "none" : String.join(", ", known))))
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiException.invalid(unknown);
        }
    }

    private static Map<String, String> headerMap(Map<String, String> headers) {
        Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.putAll(headers);
        return map;
    }

    /** Without the values: they may be personal. */
    @Override
    public String toString() {
        return "ApiRequest" + Collections.unmodifiableSet(body.keySet());
    }
}
