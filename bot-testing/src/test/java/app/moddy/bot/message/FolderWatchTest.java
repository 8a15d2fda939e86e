package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.LogLines;
import app.moddy.bot.time.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the operator's folder is read, look by look. */
class FolderWatchTest {
    private static final String BASE = """
            example:
              colour: "#123456"
              title: Title
              samples: {usual: {}}
            """;

    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final Timer timer = new Timer() {
        @Override
        public void after(Duration delay, Runnable task) {
            assertThat(delay).isEqualTo(Duration.ofSeconds(2));
            looks.add(task);
        }

        @Override
        public void execute(Runnable task) {
            throw new AssertionError("nothing is to be done at once");
        }
    };

    @TempDir
    private Path folder;

    private final ExampleRegistry registry = ExampleTemplates.registry();

    @BeforeEach
    void registerThePlugin() {
        ExampleTemplates.register(registry, "example", Map.of("en-US", BASE));
    }

    @Test
    void readsAFileOnceItHasBeenTheSameForOneLook() throws IOException {
        begin();
        write("example: {title: Hal");
        look();
        write("example: {title: Hallo}");
        look();
        assertThat(registry.faults()).isEmpty();
        assertThat(title()).isEqualTo("Title");
        look();
        assertThat(title()).isEqualTo("Hallo");
    }

    @Test
    void saysAFaultOnceUntilItIsMended() throws IOException {
        try (LogLines log = LogLines.of(FolderWatch.class)) {
            write("example: {titel: Hallo, title: Hallo}");
            FolderWatch watch = begin();
            look();
            look();
            watch.reload();
            assertThat(log.containing(folder + "/de.yml:1: example.titel: unknown key"))
                    .hasSize(1);
            write("example: {title: Hallo}");
            look();
            look();
            assertThat(registry.faults()).isEmpty();
            write("example: {titel: Hallo, title: Hallo}");
            watch.reload();
            assertThat(log.containing(folder + "/de.yml:1: example.titel: unknown key"))
                    .hasSize(2);
        }
    }

    @Test
    void keepsWhatItHasWhileTheFolderCanNotBeListedAndForgetsWhatIsGone() throws IOException {
        write("example: {title: Hallo}");
        begin();
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        Files.writeString(folder, "no folder");
        look();
        assertThat(registry.faults()).extracting(TemplateFault::key).containsExactly("(folder)");
        assertThat(title()).isEqualTo("Hallo");
        Files.delete(folder);
        look();
        look();
        assertThat(registry.faults()).isEmpty();
        assertThat(title()).isEqualTo("Title");
        Files.move(away, folder);
    }

    @Test
    void keepsWhatItHasWhileNobodyCanSayWhetherTheFolderIsThere() throws IOException {
        write("example: {title: Hallo}");
        begin();
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        Files.createSymbolicLink(folder, folder); // leads to itself
        look();
        assertThat(registry.faults()).extracting(TemplateFault::key).containsExactly("(folder)");
        assertThat(title()).isEqualTo("Hallo");
        Files.delete(folder);
        Files.move(away, folder);
    }

    @Test
    void aLinkToNowhereKeepsNoOtherFileFromBeingReadInItsTime() throws IOException {
        Files.createSymbolicLink(folder.resolve("it.yml"), folder.resolve("nowhere"));
        begin();
        look();
        write("example: {title: Hal");
        look();
        assertThat(registry.faults()).extracting(TemplateFault::language).containsExactly(DiscordLocale.ITALIAN);
        write("example: {title: Hallo}");
        look();
        look();
        assertThat(title()).isEqualTo("Hallo");
    }

    private FolderWatch begin() {
        FolderWatch watch = new FolderWatch(
                registry.wording, new MessageSettings(null, null, null, null, folder.toString()), timer);
        watch.begin(List.of());
        return watch;
    }

    private void look() {
        looks.remove().run();
        assertThat(looks).hasSize(1);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("de.yml"), text);
    }

    private String title() {
        Notice notice = registry.notice("example", null, Map.of()).withLanguage(DiscordLocale.GERMAN);
        return String.valueOf(registry.render(notice, "1").embed().getTitle());
    }
}
