package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Alarm;
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

/** What the bot warns of in its log, or ends with, {@code docs/operate/alarms.md} says what to do about, and nothing else. */
class AlarmsGuideTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("bot-core", "plugin-notifications", "plugin-health", "plugin-roles");

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    /** The text of {@code log.warn("…")}, {@code log.error("…")}, {@code log.atLevel(…).log("…")}. */
    private static final Pattern LINE = Pattern.compile("(?:log\\.(?:warn|error)|\\)\\s*\\.log)\\(\\s*" + TEXT);

    /** The text of what keeps the bot from starting, or a backup from being made; it may begin with a value. */
    private static final Pattern END = Pattern.compile(
            "new (?:StartException\\(\\s*StartException\\.Kind\\.\\w+,|StoreFaultException\\()\\s*(\\w+ \\+\\s*)?"
                    + TEXT);

    /** A value between two parts of a text, as {@code {}} is one in a line of the log. */
    private static final Pattern VALUE = Pattern.compile("\"\\s*\\+\\s*[^\"+;]+\\s\\+\\s*\"");

    /** The code, with each text in one piece. */
    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String joined = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
                    sources.add(VALUE.matcher(joined).replaceAll("{}").replace("%s", "{}"));
                }
            }
        }
        return sources;
    }

    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String source : sources()) {
            LINE.matcher(source).results().forEach(line -> lines.add(line.group(1)));
            END.matcher(source)
                    .results()
                    .forEach(end -> lines.add(end.group(1) == null ? end.group(2) : "{}" + end.group(2)));
        }
        lines.replaceAll(line -> line.endsWith(" ") ? line + "{}" : line); // the code adds the value by +
        for (Alarm.Kind alarm : Alarm.Kind.values()) {
            lines.add(alarm.name());
        }
        return lines;
    }

    private static String guide() throws IOException {
        return Files.readString(ROOT.resolve("docs/operate/alarms.md"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theGuideHasIt(String line) throws IOException {
        assertThat(ofTheGuide())
                .as("docs/operate/alarms.md says what to do about: " + line)
                .anyMatch(text -> line.startsWith(beginning(text)));
    }

    @Test
    void thereAreMany() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(70).anyMatch(line -> line.startsWith("Another bot uses"));
    }

    /** What stands in the first column of the guide's tables; rows with an anchor are of alerts: {@link AlertsGuideTest}. */
    static List<String> ofTheGuide() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String row : guide().lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| <a"))
                .toList()) {
            Matcher text = Pattern.compile("`([^`]+)`").matcher(row.split(" \\| ", 2)[0]);
            while (text.find()) {
                texts.add(text.group(1));
            }
        }
        return texts;
    }

    /** The guide may leave off what follows. */
    private static String beginning(String text) {
        return text.split("…", 2)[0].strip();
    }

    @ParameterizedTest
    @MethodSource("ofTheGuide")
    void theCodeHasIt(String text) throws IOException {
        String known = beginning(text).replaceAll("^\\{}|\\{}$", ""); // the code adds these by +
        assertThat(sources())
                .as("the code says: " + text)
                .anyMatch(source -> source.contains(known) && !known.isBlank());
    }
}
