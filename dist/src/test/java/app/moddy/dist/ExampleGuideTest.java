package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/plugins.md} shows the example as it is, file by file; that the example works is the integration test's to say. */
class ExampleGuideTest {
    private static final Path EXAMPLE = Path.of("../examples/plugin-giveaway");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Stream.concat(Stream.of(EXAMPLE.resolve("pom.xml")), Files.walk(EXAMPLE.resolve("src")))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theGuideHasEachFileUnderItsName(Path file) throws IOException {
        String name = EXAMPLE.relativize(file).toString();
        assertThat(Files.readString(Path.of("../docs/plugins.md")))
                .containsPattern("(?m)^(//|#|<!--) " + name)
                .contains(Files.readString(file).strip());
    }

    @Test
    void theExampleHasAtMostSixtyLinesOfJava() throws IOException {
        long lines = 0;
        for (Path file : files()) {
            if (file.startsWith(EXAMPLE.resolve("src/main/java"))) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertThat(lines).isBetween(10L, 60L);
    }
}
