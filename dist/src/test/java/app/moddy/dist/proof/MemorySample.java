package app.moddy.dist.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process needs at one moment; memory in MiB.
 *
 * @param heap what is alive in it, after a full collection
 * @param resident all memory of the process, as Linux counts it; 0 elsewhere
 * @param threads how many threads it has, as Linux counts them; 0 elsewhere
 */
record MemorySample(long heap, long resident, long threads) {
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static MemorySample of(long pid) throws IOException {
        String status = status(pid);
        return new MemorySample(
                number(TOTAL, histogram(pid)) / (1024 * 1024),
                number(RESIDENT, status) / 1024,
                number(THREADS, status));
    }

    private static String status(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status) ? Files.readString(status) : "VmRSS: 0 kB\nThreads: 0";
    }

    /** Collects all garbage before it counts. */
    private static String histogram(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(jcmd, Long.toString(pid), "GC.class_histogram")).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    @Override
    public String toString() {
        return "heap " + heap + " MiB alive, resident " + resident + " MiB, " + threads + " threads";
    }
}
