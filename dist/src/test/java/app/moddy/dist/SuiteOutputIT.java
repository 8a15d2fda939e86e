package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that the tests of this build have printed: no secret, and nothing that a message says. Comes after them, so it is no test of theirs. */
class SuiteOutputIT {
    private static final List<String> MODULES = List.of(
            "discord-sandbox",
            "bot-core",
            "bot-testing",
            "plugin-notifications",
            "plugin-health",
            "plugin-roles",
            "dist");

    /** The secrets of the kit's backends and of the proofs', the token of every sandbox, what the tests of notifications say to users. */
    private static final List<String> PLANTED = List.of(
            "a-secret-of-the-tests-only",
            "a-secret-of-the-proofs-only",
            "only-for-the-sandbox",
            "planted-metadata",
            "planted-secret");

    private static List<Path> outputs() throws IOException {
        List<Path> outputs = new ArrayList<>();
        for (String module : MODULES) {
            Path reports = Path.of("..", module, "target", "surefire-reports");
            if (Files.isDirectory(reports)) {
                try (Stream<Path> files = Files.list(reports)) {
                    files.filter(file -> file.toString().endsWith("-output.txt"))
                            .forEach(outputs::add);
                }
            }
        }
        return outputs;
    }

    @Test
    void nothingThatWasPlantedIsInIt() throws IOException {
        List<Path> outputs = outputs();
        assumeThat(outputs).as("of a whole build").hasSizeGreaterThan(20);
        StringBuilder all = new StringBuilder();
        for (Path output : outputs) {
            String text = Files.readString(output);
            all.append(text);
            for (String planted : PLANTED) {
                assertThat(text.contains(planted))
                        .as("%s has '%s'", output, planted)
                        .isFalse();
            }
        }
        assertThat(outputs).as("of this module, too").anyMatch(output -> output.startsWith("../dist"));
        assertThat(all.toString()).as("it is the log of production").contains("INFO  Notifier", "DM sent to user");
    }
}
