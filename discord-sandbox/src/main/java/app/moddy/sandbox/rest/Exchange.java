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
    private final HttpServerExchange http;
    private final String path;
    private final byte[] body;
    private final Instant time;

    Exchange(HttpServerExchange http, String path, byte[] body, Instant time) {
        this.http = http;
        this.path = path;
        this.body = body;
        this.time = time;
    }

    String method() {
        return http.getRequestMethod().toString();
    }

    /** Returns the path below the API's base. */
    String path() {
        return path;
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
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
