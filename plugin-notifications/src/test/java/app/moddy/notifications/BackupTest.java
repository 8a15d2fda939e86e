package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.store.StoreCopy;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.bot.store.StoreSettings;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the store, taken while the bot runs, and a bot that begins with it. */
class BackupTest {
    @TempDir
    private Path folder;

    private static StoreSettings store(Path data) {
        return new StoreSettings(data.toString(), null);
    }

    @Test
    void whatWaitedWhenItWasTakenIsDeliveredByTheBotThatHasIt() throws Exception {
        try (Scene scene = Scene.open()) {
            SandboxUser eve = scene.discord().user("eve").joins(scene.guild());
            SandboxUser later = scene.discord().user("later").joins(scene.guild());
            scene.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
            Path copy = folder.resolve("it's a copy.db");
            String id;
            try (RunningBot bot = scene.bot().data(folder.resolve("data")).startWithoutWaiting()) {
                NotifyBackend backend = new NotifyBackend(bot);
                id = expect(backend.notify(eve), 202, "pending");
                StoreCopy.of(store(folder.resolve("data")), copy);
                expect(backend.notify(later), 202, "pending");
            }
            scene.discord().on("GET /users/@me").heal();

            try (RunningBot bot = scene.bot().data(restored(copy)).start()) {
                Eventually.isTrue("delivered", () -> eve.directMessages().size() == 1);
                Eventually.isTrue("it knows", () -> outcome(bot, id).equals("delivered"));
            }
            assertThat(later.directMessages()).as("what came after the copy").isEmpty();
            assertThat(eve.directMessages()).hasSize(1);
        }
    }

    @Test
    void whatWasDeliveredAfterItWasTakenIsNotSentAgain() throws Exception {
        try (Scene scene = Scene.open()) {
            SandboxUser eve = scene.discord().user("eve").joins(scene.guild());
            scene.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
            Path copy = folder.resolve("copy.db");
            String id;
            try (RunningBot bot = scene.bot().data(folder.resolve("data")).startWithoutWaiting()) {
                id = expect(new NotifyBackend(bot).notify(eve), 202, "pending");
                StoreCopy.of(store(folder.resolve("data")), copy);
                scene.discord().on("GET /users/@me").heal();
                Eventually.isTrue("delivered", () -> eve.directMessages().size() == 1);
            }
            scene.discord().advance(Duration.ofHours(1)); // Discord does not know the nonce any more
            try (RunningBot bot = scene.bot().data(restored(copy)).start()) {
                Eventually.isTrue("it knows", () -> outcome(bot, id).equals("delivered"));
            }
            assertThat(eve.directMessages()).hasSize(1);
        }
    }

    /** As the guide says. */
    private Path restored(Path copy) throws IOException, SQLException {
        Matcher command = Pattern.compile("sqlite3 \\S+ \"(UPDATE [^\"]+)\"").matcher(guide());
        assertThat(command.find()).isTrue();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(command.group(1))).isEqualTo(1);
        }
        Path data = Files.createDirectories(folder.resolve("restored"));
        Files.copy(copy, data.resolve("moddy.db"));
        return data;
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/operate/backup.md"));
    }

    @Test
    void withPostgresItIsTheSameStatement() throws Exception {
        assertThat(Pattern.compile("UPDATE [^\"]+").matcher(guide()).results().map(MatchResult::group))
                .hasSize(2)
                .containsOnly("UPDATE notification SET doubt_at = accepted_at, doubt_owner = 'copy'"
                        + " WHERE outcome = 'pending' AND doubt_at IS NULL");
        assertThat(guide()).containsPattern("psql \\S+ -c \"UPDATE ");
    }

    private static String outcome(RunningBot bot, String id) {
        return new NotifyBackend(bot).standing(id).path("outcome").asText();
    }

    @Test
    void itIsOneFileForItsOwnerThatReplacesNothing() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().data(folder.resolve("data")).start()) {
            assertThat(bot.wasRefused()).isFalse();
            Path copy = folder.resolve("copy.db");
            StoreCopy.of(store(folder.resolve("data")), copy);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
            assertThat(halves()).isEmpty();
            assertThatThrownBy(() -> StoreCopy.of(store(folder.resolve("data")), copy))
                    .isInstanceOf(StoreFaultException.class)
                    .hasMessageContaining("copy.db is there already; nothing is overwritten");
        }
    }

    @Test
    void withoutADatabaseOrAPlaceItSaysWhatToDo() throws Exception {
        assertThatThrownBy(() -> StoreCopy.of(store(folder), folder.resolve("copy.db")))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageStartingWith("There is no database " + folder.resolve("moddy.db"))
                .hasMessageEndingWith("set MODDY_DATA to the data folder of the bot");
        Files.createFile(folder.resolve("moddy.db"));
        assertThatThrownBy(() -> StoreCopy.of(store(folder), folder.resolve("nowhere/copy.db")))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("nowhere");
        Files.writeString(
                folder.resolve("moddy.db"), "no database at all, but as long as its header would be".repeat(9));
        assertThatThrownBy(() -> StoreCopy.of(store(folder), folder.resolve("copy.db")))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("its file is no database, or a damaged one");
        assertThat(folder.resolve("copy.db")).doesNotExist();
        assertThat(halves()).isEmpty();
    }

    private List<String> halves() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".partial"))
                    .toList();
        }
    }

    /** A timer and somebody by hand, on the same day. */
    @Test
    void twoAtOnceDoNotDisturbEachOther() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().data(folder.resolve("data")).start()) {
            assertThat(bot.wasRefused()).isFalse();
            Path copy = folder.resolve("copy.db");
            CyclicBarrier start = new CyclicBarrier(2);
            List<CompletableFuture<String>> both = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> made(copy, start)))
                    .limit(2)
                    .toList();
            CompletableFuture.allOf(both.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(both)
                    .extracting(CompletableFuture::join)
                    .satisfiesExactlyInAnyOrder(
                            one -> assertThat(one).isEqualTo("made"),
                            other -> assertThat(other).contains("FileAlreadyExistsException"));
        }
        assertThat(folder.resolve("copy.db")).isNotEmptyFile();
        assertThat(halves()).isEmpty();
    }

    private String made(Path copy, CyclicBarrier start) {
        try {
            start.await();
            StoreCopy.of(store(folder.resolve("data")), copy);
            return "made";
        } catch (StoreFaultException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
