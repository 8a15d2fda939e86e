package app.moddy.bot.http;

import app.moddy.bot.metrics.Metrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The one server of the internal API: token, route and method, size, type, body, answer, in that order. For core; a plugin
 * adds a {@link Route}. Thread-safe. Starts once, and is not started again after {@link #stop}.
 */
@Singleton
public final class ApiServer {
    private final HttpSettings settings;
    private final Limits limits;
    private final RequestMetrics metrics;
    private @Nullable HttpListener listener;
    private boolean stopped;

    @Inject
    ApiServer(HttpSettings settings, Metrics metrics) {
        this(settings, Limits.DEFAULTS, metrics);
    }

    ApiServer(HttpSettings settings, Limits limits, Metrics metrics) {
        this.settings = settings;
        this.limits = limits;
        this.metrics = new RequestMetrics(metrics);
    }

    /**
     * Listens, and answers with these routes.
     *
     * @throws IllegalArgumentException when two routes have the same endpoint
     * @throws IllegalStateException when it can not listen there (the message is for the operator), or has been started
     */
    public synchronized void start(Collection<? extends Route> routes) {
        if (listener != null || stopped) {
            throw new IllegalStateException("the server has been started or stopped before");
        }
        listener = new HttpListener(settings, limits, new RouteTable(routes), metrics);
    }

    /**
     * The TCP port that it listens on.
     *
     * @throws IllegalStateException when it is not running
     */
    public synchronized int port() {
        if (listener == null) {
            throw new IllegalStateException("the server is not running");
        }
        return listener.port();
    }

    /**
     * Ends: no new connections; new requests on those that are open get 503; those under way have this long to finish. Blocks
     * until then. Nothing happens when it has been stopped, or never started.
     */
    public synchronized void stop(Duration grace) {
        stopped = true;
        if (listener != null) {
            listener.stop(grace);
            listener = null;
        }
    }
}
