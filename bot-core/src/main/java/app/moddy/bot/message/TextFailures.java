package app.moddy.bot.message;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which texts of plugins fail now, so that users are told only that there is news. Core only. Thread-safe. */
public final class TextFailures {
    private final Map<String, Set<String>> byPlugin = new ConcurrentHashMap<>();

    void failed(String plugin, String text) {
        byPlugin.computeIfAbsent(plugin, any -> new ConcurrentSkipListSet<>()).add(text);
    }

    void works(String plugin, String text) {
        Set<String> failing = byPlugin.get(plugin);
        if (failing != null) {
            failing.remove(text);
        }
    }

    /** What staff are to know of this plugin's; empty when all its texts work. */
    public String of(String plugin) {
        Set<String> failing = byPlugin.getOrDefault(plugin, Set.of());
        return failing.isEmpty() ? "" : "its text fails: " + String.join(", ", failing) + "; the log says why";
    }
}
