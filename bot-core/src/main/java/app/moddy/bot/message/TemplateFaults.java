package app.moddy.bot.message;

import java.util.List;

/** Collects the faults of one file, so that all of them are reported at once. Not thread-safe. */
final class TemplateFaults {
    private final String file;
    private final List<String> all;

    TemplateFaults(String file, List<String> all) {
        this.file = file;
        this.all = all;
    }

    void add(int line, String key, String message) {
        all.add("%s:%s: %s: %s".formatted(file, line, key, message));
    }
}
