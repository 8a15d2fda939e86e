package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert of {@code docs/operate/alerts.yml} finds in {@code alarms.md} what it means and what to do. */
class AlertsGuideTest {
    private static final Path GUIDES = Path.of("../docs/operate");

    private static List<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(GUIDES.resolve(file)))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void eachAlertHasARowAndNoRowIsOfNone() throws IOException {
        List<String> alerts = found("alerts.yml", "(?<=- alert: )\\w+");
        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(found("alarms.md", "(?<=^\\| <a id=\"\\w{1,40}\"></a>`)\\w+"))
                .containsExactlyElementsOf(alerts);
    }

    @Test
    void eachAlertNamesItsRow() throws IOException {
        List<String> rows = found("alerts.yml", "(?<=- alert: )\\w+").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(found("alerts.yml", "(?<=runbook_url: alarms.md#)\\w+")).containsExactlyElementsOf(rows);
        assertThat(found("alarms.md", "(?<=<a id=\")\\w+")).containsExactlyElementsOf(rows);
    }
}
