package app.moddy.bot.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong: the first fault of each path, told in the file's order. */
final class Faults {
    private final Map<String, Found> found = new LinkedHashMap<>();

    void add(Place place, String message) {
        found.putIfAbsent(place.path(), new Found(place.at(), new ConfigFault(place.path(), message)));
    }

    int count() {
        return found.size();
    }

    void throwIfAny() throws ConfigException {
        if (!found.isEmpty()) {
            throw new ConfigException(inOrder());
        }
    }

    private List<ConfigFault> inOrder() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::fault)
                .toList();
    }

    private record Found(int at, ConfigFault fault) {}
}
