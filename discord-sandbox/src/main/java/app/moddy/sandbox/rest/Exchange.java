package app.moddy.sandbox.rest;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.xnio.IoUtils;

/** One HTTP request and the ways to end it. Used by one thread at a time. */
final class Exchange {
    static final String BASE = "/api/v10";

    /** Discord takes 25 MiB with all files. */
    private static final int MAX_BYTES = 25 * 1024 * 1024;

    private final HttpServerExchange http;
    private final String path;
    private final String body;
    private final boolean tooLarge;
    private final Instant time;

    Exchange(HttpServerExchange http, byte[] body, Instant time) {
        String whole = http.getRequestPath();
        this.http = http;
        this.path = whole.startsWith(BASE + "/") ? whole.substring(BASE.length()) : whole;
        this.tooLarge = body.length > MAX_BYTES;
        // Nobody reads megabytes in the log of calls.
        this.body = tooLarge ? "(" + body.length + " bytes)" : new String(body, StandardCharsets.UTF_8);
        this.time = time;
    }

    String method() {
        return http.getRequestMethod().toString();
    }

    /** Returns the path below the API's base; the whole one when it is elsewhere. */
    String path() {
        return path;
    }

    /** Returns the body; a note of its size when it is too large. */
    String bodyText() {
        return body;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        http.getQueryParameters().forEach((name, values) -> query.put(name, values.getLast()));
        return query;
    }

    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HeaderValues values : http.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), values.getLast());
        }
        return headers;
    }

    void send(Answer answer) {
        http.setStatusCode(answer.status());
        answer.headers().forEach((name, value) -> http.getResponseHeaders().put(new HttpString(name), value));
        if (answer.body().isEmpty()) {
            http.endExchange();
        } else {
            http.getResponseHeaders().put(new HttpString("Content-Type"), answer.contentType());
            http.getResponseSender().send(answer.body(), StandardCharsets.UTF_8);
        }
    }

    /** Breaks the connection without an answer. */
    void drop() {
        IoUtils.safeClose(http.getConnection());
    }

    Call call(RouteTable routes, int status, String responseBody) {
        String template = routes.find(method(), path)
                .map(match -> match.route().template())
                .orElse(null);
        return new Call(method(), template, path, query(), headers(), bodyText(), status, responseBody, time);
    }
}
