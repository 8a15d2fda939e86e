package app.moddy.bot.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes by method and path. Immutable. */
final class RouteTable {
    /** A route with the endpoint that it named at the start. */
    record Entry(Endpoint endpoint, PathPattern pattern, Route route) {
        /** The values that this path, which is one of the endpoint's, has for its parameters. */
        Map<String, String> parameters(String path) {
            return pattern.match(path).orElseThrow();
        }

        private boolean fits(String path) {
            return pattern.match(path).isPresent();
        }
    }

    /** Of two that fit the same path, the more exact one comes first: it has fewer parameters. */
    private final List<Entry> entries = new ArrayList<>();

    /** @throws IllegalArgumentException when two routes answer the same */
    RouteTable(Collection<? extends Route> routes) {
        for (Route route : routes) {
            Endpoint endpoint = route.endpoint();
            Entry entry = new Entry(endpoint, endpoint.pattern(), route);
            entries.forEach(before -> requireNoCollision(before, entry));
            entries.add(entry);
        }
        entries.sort(Comparator.comparing(entry -> entry.pattern().parameterCount()));
    }

    private static void requireNoCollision(Entry before, Entry entry) {
        if (entry.endpoint().collidesWith(before.endpoint())) {
            String first = before.endpoint().path();
            String second = entry.endpoint().path();
            throw new IllegalArgumentException("two routes answer %s %s: %s and %s"
                    .formatted(
                            entry.endpoint().method(),
                            first.equals(second) ? first : first + " and " + second,
                            before.route().getClass().getName(),
                            entry.route().getClass().getName()));
        }
    }

    /** The route of this path and method, if there is one; {@code HEAD} has that of {@code GET}. */
    @Nullable
    Entry find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Entry entry : entries) {
            if (entry.endpoint().method().equals(wanted) && entry.fits(path)) {
                return entry;
            }
        }
        return null;
    }

    /** The methods of this path as {@code Allow} lists them; empty for an unknown one. */
    String allowed(String path) {
        TreeSet<String> methods = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.fits(path)) {
                methods.add(entry.endpoint().method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
