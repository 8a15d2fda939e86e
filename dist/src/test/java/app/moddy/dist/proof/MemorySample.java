package app.moddy.dist.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bot's process needs at one moment, in MiB.
 *
 * @param heap what was in use after the last garbage collection
 * @param resident all memory of the process, as Linux counts it; 0 elsewhere
 */
record MemorySample(long heap, long resident) {
    private static final Pattern COLLECTED = Pattern.compile("\\d+M->(\\d+)M\\(");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** The option that makes a process write what {@link #of} reads. */
    static String option(Path log) {
        return "-Xlog:gc:file=" + log;
    }

    static MemorySample of(long pid, Path log) throws IOException {
        long heap = 0;
        Matcher collected = COLLECTED.matcher(Files.readString(log));
        while (collected.find()) {
            heap = Long.parseLong(collected.group(1));
        }
        Path status = Path.of("/proc", Long.toString(pid), "status");
        Matcher resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
        return new MemorySample(heap, resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0);
    }

    @Override
    public String toString() {
        return "heap " + heap + " MiB after collection, resident " + resident + " MiB";
    }
}
