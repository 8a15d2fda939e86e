package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In French a no-break space stands before {@code : ! ? ;} and inside quotation marks: no line begins with one of them. */
class FrenchTypographyTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}");
    private static final Pattern PLAIN_SPACE = Pattern.compile(" [:!?;»](?=\\W|$)|« ");

    @Test
    void noTextOfOursLetsALineBreakThere() throws Exception {
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            List<Path> files = all.filter(file -> file.endsWith(Path.of("src/main/resources")))
                    .flatMap(FrenchTypographyTest::french)
                    .toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(4);
            assertThat(files.stream().flatMap(FrenchTypographyTest::faults)).isEmpty();
        }
    }

    private static Stream<Path> french(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.endsWith("fr.yml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> faults(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.stripLeading().startsWith("#"))
                    .map(line -> EXPRESSION.matcher(line).replaceAll("x"))
                    .filter(line -> PLAIN_SPACE.matcher(line).find())
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
