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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

            Path restored = Files.createDirectories(folder.resolve("restored"));
            Files.copy(copy, restored.resolve("moddy.db"));
            try (RunningBot bot = scene.bot().data(restored).start()) {
                Eventually.isTrue("delivered", () -> eve.directMessages().size() == 1);
                Eventually.isTrue(
                        "delivered",
                        () -> new NotifyBackend(bot)
                                .standing(id)
                                .path("outcome")
                                .asText()
                                .equals("delivered"));
            }
            assertThat(later.directMessages()).as("what came after the copy").isEmpty();
            assertThat(eve.directMessages()).hasSize(1);
        }
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
            assertThat(folder.resolve("copy.db.partial")).doesNotExist();
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
        assertThat(folder.resolve("copy.db.partial")).doesNotExist();
    }
}
