package app.moddy.bot.plugin;

import java.io.IOException;
import java.nio.file.Files;
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
        Path path = Path.of(folder);
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
        } catch (IOException e) {
            throw new PluginFault("plugins.folder: " + folder + " can not be listed ("
                    + e.getClass().getSimpleName() + "); look at its permissions");
        }
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
