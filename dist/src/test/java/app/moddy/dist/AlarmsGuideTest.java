package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bot warns of in its log, {@code docs/operate/alarms.md} says what to do about. */
class AlarmsGuideTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("bot-core", "plugin-notifications", "plugin-health", "plugin-roles");

    /** The text of {@code log.warn("…")}, {@code log.error("…")}, {@code log.atLevel(…).log("…")}. */
    private static final Pattern LINE =
            Pattern.compile("(?:log\\.(?:warn|error)|\\)\\s*\\.log)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** So much of it tells it from all others. */
    private static final int BEGINNING = 30;

    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher line = LINE.matcher(Files.readString(file));
                    while (line.find()) {
                        lines.add(line.group(1));
                    }
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theGuideHasIt(String line) throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/operate/alarms.md"));
        assertThat(guide.contains(line.substring(0, Math.min(BEGINNING, line.length()))))
                .as("docs/operate/alarms.md says what to do about: " + line)
                .isTrue();
    }

    @Test
    void thereAreMany() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(50);
    }
}
