package app.moddy.benchmarks.floor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least that any store does of which a commit is on the disk: lines are appended to a file, all that wait at once, and
 * {@code fsync} is called. Nothing can be found in it again. Thread-safe.
 */
final class Journal {
    private record Entry(String line, Runnable then) {}

    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();

    private Journal() {}

    /** Writes to a new file. */
    static Journal start(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Journal journal = new Journal();
        Thread writer = new Thread(() -> journal.write(channel), "journal");
        writer.setDaemon(true);
        writer.start();
        return journal;
    }

    /** Does this, on the writer's thread, once the line is on the disk. */
    void record(String line, Runnable then) {
        waiting.add(new Entry(line, then));
    }

    private void write(FileChannel channel) {
        try (channel) {
            List<Entry> group = new ArrayList<>();
            while (true) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group);
                channel.write(ByteBuffer.wrap(lines(group).getBytes(StandardCharsets.UTF_8)));
                channel.force(false);
                group.forEach(entry -> entry.then().run());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the journal has ended", e);
        }
    }

    private static String lines(List<Entry> group) {
        StringBuilder lines = new StringBuilder();
        group.forEach(entry -> lines.append(entry.line()).append('\n'));
        return lines.toString();
    }
}
