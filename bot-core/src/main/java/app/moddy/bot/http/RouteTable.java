package app.moddy.bot.http;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes by path and method. Immutable. */
final class RouteTable {
    /** A route with the endpoint that it named at the start. */
    record Entry(Endpoint endpoint, Route route) {}

    private final Map<String, Map<String, Entry>> byPath = new TreeMap<>();

    /** @throws IllegalArgumentException when two routes have the same path and method */
    RouteTable(Collection<? extends Route> routes) {
        for (Route route : routes) {
            Endpoint endpoint = route.endpoint();
            Entry before = byPath.computeIfAbsent(endpoint.path(), path -> new TreeMap<>())
                    .putIfAbsent(endpoint.method(), new Entry(endpoint, route));
            if (before != null) {
                throw new IllegalArgumentException("two routes answer %s %s: %s and %s"
                        .formatted(
                                endpoint.method(),
                                endpoint.path(),
                                before.route().getClass().getName(),
                                route.getClass().getName()));
            }
        }
    }

    /** The route of this path and method, if there is one; {@code HEAD} has that of {@code GET}. */
    @Nullable
    Entry find(String method, String path) {
        return byPath.getOrDefault(path, Map.of()).get(method.equals("HEAD") ? "GET" : method);
    }

    /** The methods of this path as {@code Allow} lists them; empty for an unknown one. */
    String allowed(String path) {
        TreeSet<String> methods =
                new TreeSet<>(byPath.getOrDefault(path, Map.of()).keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
