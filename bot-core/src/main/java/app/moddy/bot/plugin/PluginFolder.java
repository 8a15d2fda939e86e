package app.moddy.bot.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder that plugins are installed in: each {@code *.jar} directly in it. */
final class PluginFolder {
    private PluginFolder() {}

    /**
     * The jars by name.
     *
     * @param folder need not exist; empty: there is none
     * @throws PluginFault when it can not be listed
     */
    static List<PluginSource> jars(String folder) {
        Path path = path(folder);
        if (folder.isEmpty() || Files.notExists(path)) {
            return List.of();
        }
        if (!Files.isDirectory(path)) {
            throw new PluginFault("plugins.folder: " + folder + " is no folder");
        }
        ClassLoader shared = new SharedClasses();
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(PluginFolder::isJar)
                    .sorted()
                    .<PluginSource>map(file -> new PluginJar(file, shared))
                    .toList();
        } catch (IOException | UncheckedIOException e) { // at the beginning, or in the middle
            throw new PluginFault("plugins.folder: " + folder + " can not be listed ("
                    + e.getClass().getSimpleName() + "); look at its permissions");
        }
    }

    private static Path path(String folder) {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) { // of letters that the system's locale does not have
            throw new PluginFault(
                    "plugins.folder: there can be no file of this name here; run the bot in a UTF-8 locale"
                            + " (LC_ALL=C.UTF-8), or choose letters of ASCII");
        }
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
