package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./moddy check}, and with it the example of docs/wording.md. */
class CheckTest {
    private static final Path GUIDE = Path.of("..", "docs", "wording.md");
    private static final Map<String, String> SECRETS = Map.of(
            "DISCORD_TOKEN",
            "MTEwMDAwMDAwMDAwMDAwMDAwMQ.no.such-token",
            "INTERNAL_API_SECRET",
            "planted-secret-number-1");

    @TempDir
    private Path folder;

    @Test
    void findsNothingInWhatIsShippedAndTouchesNoDataFolder() throws Exception {
        Program.Ended ended = check(SECRETS);
        assertThat(ended.lines())
                .containsExactly(
                        "Configuration: the built-in config.yml",
                        "Plugins: health, notifications, roles",
                        "Actions: plan_downgraded, plan_upgraded, subscription_cancelled, subscription_created,"
                                + " subscription_updated",
                        "Languages: en-US, fr",
                        "Files of your own texts: none",
                        "All is well.");
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void findsNothingInTheGuidesGermanFile() throws Exception {
        write("de.yml", german());
        Program.Ended ended = check(SECRETS);
        assertThat(ended.lines())
                .contains("Languages: de, en-US, fr", "Files of your own texts: templates/de.yml")
                .endsWith("All is well.");
    }

    @Test
    void namesEachFaultAndLooksAtTheTextsWithoutSecretsToo() throws Exception {
        write("de.yml", german().replace("{{ amount | money(currency) }}", "{{ amount | mony(currency) }}"));
        write("en-US.yml", "subscription_created: {title: \"Ask <@123456789012345678>\"}\n");
        Program.Ended ended = check(Map.of());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains("discord.token: environment variable DISCORD_TOKEN is not set")
                .containsPattern(
                        "templates/de.yml:\\d+: subscription_created.fields.price.value: unknown filter 'mony'; did you mean 'money'\\?")
                .containsPattern(
                        "subscription_created in en-US, sample 'yearly' and \\d+ more: title mentions somebody")
                .containsPattern("Faults: \\d+");
    }

    @Test
    void tellsAWrongTokenAndADataFolderThatCannotBeAtOnceAndNothingOfTheToken() throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");
        Program.Ended ended = check(Map.of(
                "DISCORD_TOKEN", "planted.client-secret",
                "INTERNAL_API_SECRET", "planted-secret-number-1",
                "MODDY_DATA", "file/data"));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains(
                        "discord.token: is not a bot's token, which has three parts with dots between them, the first its id in")
                .contains("The data folder " + folder.resolve("file/data") + " can not be used")
                .contains("Faults: 2")
                .doesNotContain("planted");
    }

    @Test
    void oneFaultOfTheConfigurationHidesNoOther() throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");
        Files.createDirectory(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts/en-US.yml"), "plan_upgraded: {title: [}\n");
        Files.writeString(folder.resolve("config.yml"), """
                discord: {token: '${DISCORD_TOKEN}', api_url: nonsense}
                http: {secrets: short}
                store: {folder: file/data}
                messages: {templates_folder: texts, default_language: klingon}
                plugins:
                  required: [health]
                  disabled: [health]
                  notifications: {retry_form: 1s}
                """);
        Program.Ended ended = check(Map.of("DISCORD_TOKEN", "planted-client-secret"));
        assertThat(ended.output())
                .contains("discord.api_url: must be")
                .contains("http.secrets[0]: must have")
                .contains("messages.default_language: must be")
                .contains("plugins: 'health' is required and disabled")
                .contains("discord.token: is not a bot's token")
                .contains("The data folder " + folder.resolve("file/data") + " can not be used")
                .contains("plugins.notifications.retry_form: unknown key")
                .contains("texts/en-US.yml:1: ")
                .endsWith("Faults: 8\n")
                .doesNotContain("planted");
        assertThat(ended.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            none.yml  §                  § : there is no such file
            wrong.yml § http: {port: 1   § : line 2, column 1: a comma or the closing bracket
            """)
    void aConfigurationThatCannotBeReadIsOneFault(String name, @Nullable String text, String fault) throws Exception {
        if (text != null) {
            Files.writeString(folder.resolve(name), text + "\n");
        }
        Program.Ended ended = check(Map.of("MODDY_CONFIG", name));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).startsWith(folder.resolve(name) + fault))
                .endsWith(
                        "Plugins and texts were not looked at: mend the configuration first, and check again",
                        "Faults: 1");
    }

    @Test
    void aJarWhoseNameTheLocaleDoesNotHaveIsToBeRenamed() throws Exception {
        Files.createDirectory(folder.resolve("plugins"));
        byName("printf jar > plugins/caf$(printf '\\303\\251').jar");
        Program.Ended ended = check(SECRETS);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains("has a name with letters that the system's locale does not have; give the file a name of a-z")
                .endsWith("Faults: 1\n");
    }

    @Test
    void aFolderOfPluginsThatTheLocaleCannotNameIsAFault() throws Exception {
        Files.writeString(folder.resolve("config.yml"), """
                discord: {token: '${DISCORD_TOKEN}'}
                http: {secrets: '${INTERNAL_API_SECRET}'}
                plugins: {folder: ergänzungen}
                """);
        Program.Ended ended = check(SECRETS);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains("plugins.folder: there can be no file of this name here; run the bot in a UTF-8 locale")
                .endsWith("Faults: 1\n");
    }

    /** By a shell: this JVM may have a locale without these letters, too. */
    private void byName(String command) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).isZero();
    }

    private void write(String file, String text) throws Exception {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates").resolve(file), text);
    }

    private Program.Ended check(Map<String, String> environment) throws Exception {
        try (Program check = Program.start(Check.class, folder, environment)) {
            return check.awaitEnd(Duration.ofSeconds(60));
        }
    }

    private static String german() throws Exception {
        Matcher block = Pattern.compile("```yaml\\n(# templates/de\\.yml\\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(block.find())
                .as("docs/wording.md has a whole templates/de.yml")
                .isTrue();
        return block.group(1);
    }
}
