package app.moddy.bot.http;

import io.undertow.server.HttpServerExchange;

/** The path that a request asks for, as it was sent: nothing is decoded or left out, so that each route has one way to it. */
final class RequestTarget {
    private RequestTarget() {}

    /** Without the query, and without the server's name that the absolute form has before it (RFC 9112 §3.2.2). */
    static String path(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return target;
        }
        int path = target.indexOf('/', target.indexOf("//") + 2);
        return path < 0 ? "" : target.substring(path);
    }
}
