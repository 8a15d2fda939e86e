package app.moddy.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The demo's data folder, which ends with it: a new demo begins anew.
 *
 * @param folder where it is once the bot has made it
 */
record DemoData(Path folder) {
    /** One that nobody has. */
    static DemoData next() {
        return new DemoData(Path.of(System.getProperty("java.io.tmpdir"), "moddy-demo-" + UUID.randomUUID()));
    }

    /** Removes what the bot has kept, if it has come that far. */
    void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
