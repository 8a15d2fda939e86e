package app.moddy.bot.http;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;

/** The one server of the internal API: token, route and method, size, type, body, answer, in that order. Core only. */
public final class ApiServer {
    private final HttpSettings settings;

    @Inject
    ApiServer(HttpSettings settings) {
        this.settings = settings;
    }

    public void start(Collection<Route> routes) {
        throw new UnsupportedOperationException(settings.host());
    }

    public int port() {
        throw new UnsupportedOperationException();
    }

    public void stop(Duration grace) {
        throw new UnsupportedOperationException();
    }
}
