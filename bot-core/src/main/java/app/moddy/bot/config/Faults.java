package app.moddy.bot.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is wrong: the first fault of each path, told in the file's order, each with the environment variables that
 * its value came from. Who has set a variable may never have seen the file.
 */
final class Faults {
    /** How the fault of a key begins that no record has. */
    static final String UNKNOWN = "unknown key";

    /** Before the variables' names. */
    static final String FROM = " (from ";

    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, String> origins = new HashMap<>();

    /** The value at this place was read from these variables. */
    void came(Place place, Collection<String> variables) {
        if (!variables.isEmpty()) {
            origins.put(place.path(), FROM + String.join(", ", variables) + ")");
        }
    }

    void add(Place place, String message) {
        found.putIfAbsent(place.path(), new Found(place, message));
    }

    int count() {
        return found.size();
    }

    void throwIfAny() throws ConfigException {
        if (!found.isEmpty()) {
            throw new ConfigException(
                    inOrder(), found.values().iterator().next().place().name());
        }
    }

    private List<ConfigFault> inOrder() {
        return found.values().stream()
                .filter(fault -> !isMisspelt(fault))
                .sorted(Comparator.comparingInt(fault -> fault.place().at()))
                .map(fault -> new ConfigFault(
                        fault.place().path(),
                        fault.message() + origins.getOrDefault(fault.place().path(), "")))
                .toList();
    }

    /** What is missing since its key is misspelt is one mistake: it is told where the wrong key is. */
    private boolean isMisspelt(Found missing) {
        return (missing.message().startsWith("is missing") || missing.message().startsWith("must not be empty"))
                && found.values().stream()
                        .anyMatch(other -> other.message().startsWith(UNKNOWN)
                                && missing.place()
                                        .keyIn(other.place().section())
                                        .filter(meant -> other.message().contains("'" + meant + "'?"))
                                        .isPresent());
    }

    private record Found(Place place, String message) {}
}
