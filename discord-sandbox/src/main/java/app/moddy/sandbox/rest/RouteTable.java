package app.moddy.sandbox.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a path; the first match counts, so literal paths stand before those with parts. */
public record RouteTable(List<Route> routes) {
    /** A route and the values of the parts of its path. */
    record Match(Route route, Map<String, String> parts) {}

    Optional<Match> find(String method, String path) {
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.method().equals(method) ? route.match(path) : Optional.empty();
            if (parts.isPresent()) {
                return Optional.of(new Match(route, parts.get()));
            }
        }
        return Optional.empty();
    }

    boolean knowsPath(String path) {
        return routes.stream().anyMatch(route -> route.match(path).isPresent());
    }

    /** Returns the route with this key, such as {@code GET /users/@me}. */
    public Route byKey(String key) {
        return routes.stream()
                .filter(route -> route.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No route " + key + "; there are "
                        + routes.stream().map(Route::key).toList()));
    }
}
