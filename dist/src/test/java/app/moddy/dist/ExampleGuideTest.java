package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/plugins.md walks through examples/plugin-giveaway: the files there are those in the guide. */
class ExampleGuideTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** A block whose first line is a comment that names its file. */
    private static final Pattern FILE =
            Pattern.compile("```\\w+\n(?://|#|<!--) (plugin-giveaway/\\S+)(?: -->)?\n(.*?)```", Pattern.DOTALL);

    @Test
    void theGuideHasEveryFileOfTheExampleAsItIs() throws Exception {
        List<String> shown = new ArrayList<>();
        Matcher block = FILE.matcher(Files.readString(Path.of("..", "docs", "plugins.md")));
        while (block.find()) {
            String file = block.group(1);
            shown.add(file);
            assertThat(block.group(2))
                    .as(file)
                    .isEqualTo(Files.readString(EXAMPLES.resolve(file)).replaceFirst("^<\\?xml.*\\?>\n", ""));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(files());
    }

    private static List<String> files() throws Exception {
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve("plugin-giveaway"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> EXAMPLES.relativize(file).toString())
                    .filter(file -> !file.startsWith("plugin-giveaway/target/")) // of who tries it in place
                    .toList();
        }
    }
}
