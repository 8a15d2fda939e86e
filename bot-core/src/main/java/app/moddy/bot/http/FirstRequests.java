package app.moddy.bot.http;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * Closes connections whose first request does not come soon: Undertow gives a silent one as long as one that rests between
 * two requests, and enough of them would keep everybody else out. Thread-safe.
 */
final class FirstRequests {
    private final Set<StreamConnection> silent = ConcurrentHashMap.newKeySet();
    private final Duration limit;

    FirstRequests(Duration limit) {
        this.limit = limit;
    }

    /** Begins to wait for the connection's first request. */
    void expect(StreamConnection connection) {
        silent.add(connection);
        connection
                .getIoThread()
                .executeAfter(
                        () -> {
                            if (silent.remove(connection)) {
                                IoUtils.safeClose(connection);
                            }
                        },
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** The handler, told of every request. */
    HttpHandler before(HttpHandler next) {
        return exchange -> {
            silent.remove(((AbstractServerConnection) exchange.getConnection()).getChannel());
            next.handleRequest(exchange);
        };
    }
}
