package app.moddy.bot.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * The plugin's own code in its jar. What it needs and lacks would otherwise show when a user comes to it. Libraries are not
 * looked at: they may do without what they refer to.
 *
 * @param loader the jar's
 */
record JarCode(Path file, ClassLoader loader, OwnPackages own) {
    private static final String SUFFIX = ".class";

    /** What is wrong with it, in sentences that go on behind the plugin's name; empty when nothing is. */
    List<String> faults() {
        try {
            return MissingCode.sentences(missing(), own);
        } catch (IOException | RuntimeException e) { // of a class file that is none; the plugin may run all the same
            return List.of("has a class that can not be read (" + e + "); build it again");
        }
    }

    /** The classes that are nowhere, each with one that refers to it. */
    private SortedMap<String, String> missing() throws IOException {
        Map<String, Boolean> known = new HashMap<>();
        SortedMap<String, String> missing = new TreeMap<>();
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
            for (JarEntry entry : jar.versionedStream().toList()) {
                String type = entry.getName().replace('/', '.');
                if (type.endsWith(SUFFIX) && own.have(type.substring(0, type.length() - SUFFIX.length()))) {
                    for (String needed : references(jar, entry)) {
                        if (!known.computeIfAbsent(needed, this::isThere)) {
                            missing.putIfAbsent(needed, type.substring(0, type.length() - SUFFIX.length()));
                        }
                    }
                }
            }
        }
        return missing;
    }

    private static Iterable<String> references(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return ClassFile.references(in);
        }
    }

    private boolean isThere(String type) {
        return SharedClasses.have(type) || loader.getResource(type.replace('.', '/') + SUFFIX) != null;
    }
}
