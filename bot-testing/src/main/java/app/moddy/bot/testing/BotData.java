package app.moddy.bot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A data folder of a test.
 *
 * @param folder where it is
 * @param kept whether it outlives the bot
 */
public record BotData(Path folder, boolean kept) implements AutoCloseable {
    /** One of its own, not there yet, that is deleted at the end. */
    public static BotData temporary() {
        try {
            return new BotData(Files.createTempDirectory("moddy-test").resolve("data"), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that was made for it. */
    private Path parent() {
        return Objects.requireNonNull(folder.getParent());
    }

    @Override
    public void close() {
        if (kept || !Files.exists(parent())) {
            return;
        }
        try (Stream<Path> files = Files.walk(parent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
