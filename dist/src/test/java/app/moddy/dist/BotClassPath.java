package app.moddy.dist;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a bot in a process of its own has on its class path. */
public final class BotClassPath {
    private BotClassPath() {}

    /** That of the tests without the tests of core, whose configuration of the log prints nothing. */
    public static String get() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("bot-core")
                        || !(entry.endsWith("test-classes") || entry.endsWith("-tests.jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
