package app.moddy.bot.http;

import io.undertow.server.HttpHandler;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * Closes connections whose first request does not come soon: Undertow gives a silent one as long as one that rests between
 * two requests, and enough of them would keep everybody else out. Thread-safe.
 */
final class FirstRequests {
    /** By the address of its peer, which a later connection may have again. */
    private final Map<SocketAddress, StreamConnection> silent = new ConcurrentHashMap<>();

    private final Duration limit;

    FirstRequests(Duration limit) {
        this.limit = limit;
    }

    /** Begins to wait for the connection's first request. */
    void expect(StreamConnection connection) {
        SocketAddress peer = connection.getPeerAddress();
        silent.put(peer, connection);
        connection
                .getIoThread()
                .executeAfter(
                        () -> {
                            if (silent.remove(peer, connection)) {
                                IoUtils.safeClose(connection);
                            }
                        },
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** The handler, told of every request. */
    HttpHandler before(HttpHandler next) {
        return exchange -> {
            silent.remove(exchange.getConnection().getPeerAddress());
            next.handleRequest(exchange);
        };
    }
}
