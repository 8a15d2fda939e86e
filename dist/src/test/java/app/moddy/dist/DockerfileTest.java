package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images must not have; nobody builds them here. */
class DockerfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"../Dockerfile", "src/main/deploy/Dockerfile"})
    void hasNothingThatTheJvmTellsOfOrThatRailwayRefuses(String file) throws Exception {
        assertThat(Files.readString(Path.of(file)))
                .contains("MODDY_DATA=/data")
                .as("the JVM prints that it has picked it up: a line that is no JSON")
                .doesNotContain("JAVA_TOOL_OPTIONS")
                .doesNotContain("JDK_JAVA_OPTIONS")
                .doesNotContainPattern("(?im)^\\s*VOLUME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../Dockerfile", "src/main/deploy/Dockerfile"})
    void runsAsItsOwnUserWhomTheDataFolderBelongsTo(String file) throws Exception {
        String image = Files.readString(Path.of(file));
        String last = image.substring(image.lastIndexOf("\nFROM ")); // of the stages before it nothing runs
        assertThat(last.lines().filter(line -> line.matches("(?i)\\s*USER\\b.*")))
                .as("by number: an orchestrator that wants no root can not look a name up")
                .containsExactly("USER 10001");
        assertThat(last)
                .contains("useradd --system --uid 10001 ")
                .contains("install -d -o moddy -g moddy -m 0700 /data");
    }
}
