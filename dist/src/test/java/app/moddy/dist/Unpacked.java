package app.moddy.dist;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The distribution as somebody has it who has unpacked the zip.
 *
 * @param top the only folder in it
 */
record Unpacked(Path top) {
    /** The zip that this build has made. */
    static Path zip() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> zips =
                    files.filter(file -> file.toString().endsWith(".zip")).toList();
            if (zips.size() != 1) {
                throw new AssertionError("one zip in target, not " + zips);
            }
            return zips.get(0);
        }
    }

    /** Unpacks it as {@code unzip} does, permissions too. */
    static Unpacked into(Path folder) throws IOException {
        // by its path: by its URI there can be one at a time in a JVM, and tests run beside each other
        try (FileSystem files = FileSystems.newFileSystem(zip(), Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> entries = Files.walk(files.getPath("/"))) {
            for (Path entry : entries.filter(path -> path.getNameCount() > 0).toList()) {
                Path file = folder.resolve(entry.toString().substring(1));
                Files.copy(entry, file);
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
            }
        }
        List<Path> tops = list(folder);
        if (tops.size() != 1) {
            throw new AssertionError("one folder in the zip, not " + tops);
        }
        return new Unpacked(tops.get(0));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What lies in one of its folders, without versions: {@code bot-core.jar}. */
    List<String> names(String folder) throws IOException {
        return list(top.resolve(folder)).stream()
                .map(file -> file.getFileName().toString().replaceFirst("-\\d[^/]*\\.jar$", ".jar"))
                .toList();
    }

    Path plugins() {
        return top.resolve("plugins");
    }

    Path config() {
        return top.resolve("config.yml");
    }

    /** The script that starts everything. */
    Path script() {
        return top.resolve("bin").resolve("moddy");
    }
}
