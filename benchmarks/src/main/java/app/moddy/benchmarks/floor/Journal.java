package app.moddy.benchmarks.floor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * About the simplest store of which a commit is on the disk: what comes is appended to a file, all that waits at once, and
 * {@code fsync} is called. Nothing can be found in it again. When it fails the process ends. Thread-safe.
 */
final class Journal {
    private record Entry(ByteBuffer bytes, Runnable then) {}

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

    /** Does this once the bytes are on the disk; on the writer's thread, which spares a change of threads. */
    void record(byte[] bytes, Runnable then) {
        waiting.add(new Entry(ByteBuffer.wrap(bytes), then));
    }

    private void write(FileChannel channel) {
        try (channel) {
            List<Entry> group = new ArrayList<>();
            while (true) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group);
                append(group, channel);
                group.forEach(entry -> entry.then().run());
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // else whoever measures would wait for answers
        }
    }

    private static void append(List<Entry> group, FileChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(
                group.stream().mapToInt(entry -> entry.bytes().remaining()).sum());
        group.forEach(entry -> all.put(entry.bytes()));
        all.flip();
        while (all.hasRemaining()) {
            channel.write(all);
        }
        channel.force(true);
    }
}
