package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With its own threads, from opening to closing. */
class DatabaseTest {
    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private static int createNotes(Sql sql) {
        return sql.update("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    }

    private static int insert(Sql sql) {
        return sql.update("INSERT INTO note (text) VALUES (?)", "x".repeat(1_000));
    }

    private static long count(Sql sql) {
        return sql.first("SELECT count(*) FROM note", row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void theDataFolderIsMadeForTheOwnerAlone() throws Exception {
        try (OpenDatabase open = OpenDatabase.in(data())) {
            open.write(DatabaseTest::createNotes);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void everyCommitIsSyncedToTheDisk() throws Exception {
        try (OpenDatabase open = OpenDatabase.in(data())) {
            assertThat(pragma(open, "synchronous")).as("2 is FULL").isEqualTo("2");
            assertThat(pragma(open, "journal_mode")).isEqualTo("wal");
        }
    }

    private static String pragma(OpenDatabase open, String name) {
        return open.write(
                sql -> sql.first("PRAGMA " + name, row -> row.getString(1)).orElse(""));
    }

    @Test
    void whatIsErasedIsOverwritten() throws Exception {
        try (OpenDatabase open = OpenDatabase.in(data())) {
            open.write(DatabaseTest::createNotes);
            open.write(sql -> sql.update("INSERT INTO note (text) VALUES (?)", "a planted secret"));
            open.write(sql -> sql.update("DELETE FROM note"));
        }
        assertThat(Files.readString(data().resolve("moddy.db"), StandardCharsets.ISO_8859_1))
                .contains("note")
                .doesNotContain("planted");
    }

    @Test
    void afterAWhileItIsNotInTheLogBesideTheDatabaseEitherWhoeverReads() throws Exception {
        Path log = data().resolve("moddy.db-wal");
        try (OpenDatabase open = OpenDatabase.in(data(), logKept(Duration.ofMillis(200)))) {
            open.write(DatabaseTest::createNotes);
            open.write(sql -> sql.update("INSERT INTO note (text) VALUES (?)", "a planted secret"));
            CountDownLatch goOn = new CountDownLatch(1);
            CountDownLatch started = new CountDownLatch(1);
            CompletionStage<Long> reading = open.store().read(sql -> {
                long notes = count(sql);
                started.countDown();
                await(goOn);
                return notes;
            });
            await(started);
            open.write(sql -> sql.update("DELETE FROM note"));
            assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).contains("planted");
            goOn.countDown();
            assertThat(reading.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
            Eventually.isTrue("the log is empty", () -> log.toFile().length() == 0);
            assertThat(Files.readString(data().resolve("moddy.db"), StandardCharsets.ISO_8859_1))
                    .contains("note")
                    .doesNotContain("planted");
            open.write(DatabaseTest::insert);
        }
    }

    /** The folder is gone from under it: a mount that failed, say. */
    @Test
    void whileItCanNotBeOpenedTheLogIsTriedOnceASecond() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        LongSupplier fewPages = () -> {
            opened.incrementAndGet();
            return 40;
        };
        try (OpenDatabase open = OpenDatabase.in(data(), logKept(Duration.ofSeconds(2), fewPages))) {
            open.write(DatabaseTest::createNotes);
            open.write(DatabaseTest::insert);
            assertThatThrownBy(() -> open.write(sql -> {
                        for (int i = 0; i < 1_000; i++) {
                            insert(sql);
                        }
                        return 0;
                    }))
                    .isInstanceOf(StoreUnavailableException.class); // the connection is given up
            int before = opened.get();
            Files.move(data(), folder.resolve("moved"));
            Eventually.isTrue("it is tried", () -> opened.get() > before);
            long first = System.nanoTime();
            Eventually.isTrue("it is tried again", () -> opened.get() > before + 1);
            assertThat(Duration.ofNanos(System.nanoTime() - first)).isGreaterThan(Duration.ofMillis(800));
            Files.move(folder.resolve("moved"), data());
            open.write(DatabaseTest::insert);
        }
    }

    private static Module logKept(Duration time) {
        return logKept(time, StoreLimits.DEFAULT.maxPages());
    }

    private static Module logKept(Duration time, LongSupplier maxPages) {
        StoreLimits usual = StoreLimits.DEFAULT;
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(StoreLimits.class)
                        .toInstance(new StoreLimits(
                                usual.synchronous(), maxPages, usual.waitingWrites(), usual.waitingReads(), time));
            }
        };
    }

    @Test
    void aFolderThatOthersCanReadIsLeftAndSaid() throws Exception {
        Files.createDirectory(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-x---"));
        try (LogLines log = LogLines.of(DataFolder.class);
                OpenDatabase open = OpenDatabase.in(data())) {
            open.write(DatabaseTest::createNotes);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwxr-x---");
            assertThat(log.containing(data() + " can be read by other users")).hasSize(1);
        }
    }

    @Test
    void aSecondBotOnTheSameFolderIsRefusedUntilTheFirstHasGone() throws Exception {
        try (OpenDatabase open = OpenDatabase.in(data())) {
            open.write(DatabaseTest::createNotes);
            assertThatThrownBy(() -> OpenDatabase.in(data()))
                    .isInstanceOf(StoreFaultException.class)
                    .hasMessage("Another bot uses the data folder " + data()
                            + ": stop it, or set MODDY_DATA to another folder");
            open.write(DatabaseTest::insert);
        }
        try (OpenDatabase later = OpenDatabase.in(data())) {
            assertThat(later.read(DatabaseTest::count)).isEqualTo(1);
        }
    }

    @Test
    void aFolderThatCanNotBeMadeIsNamed() throws Exception {
        Files.writeString(data(), "a file");
        assertThatThrownBy(() -> OpenDatabase.in(data().resolve("inside")))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageStartingWith("The data folder " + data().resolve("inside") + " can not be used");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws Exception {
        Files.createDirectory(data());
        Files.writeString(data().resolve("moddy.db"), "not a database, but somebody's letter ".repeat(200));
        assertThatThrownBy(() -> OpenDatabase.in(data()))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("The database " + data().resolve("moddy.db") + " can not be used")
                .hasMessageContaining("no database, or a damaged one");
        assertThat(data().resolve("moddy.db")).content().startsWith("not a database");
    }

    @Test
    void whatAKilledProcessUnpackedIsRemoved() throws Exception {
        Path left = data().resolve("tmp").resolve("sqlite-library-of-before.so");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "");
        try (OpenDatabase open = OpenDatabase.in(data())) {
            open.write(DatabaseTest::createNotes);
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void closingWritesWhatWasHandedOver() throws Exception {
        try (OpenDatabase open = OpenDatabase.in(data())) {
            open.write(DatabaseTest::createNotes);
            for (int i = 0; i < 500; i++) {
                var unused = open.store().write(DatabaseTest::insert);
            }
        }
        try (OpenDatabase later = OpenDatabase.in(data())) {
            assertThat(later.read(DatabaseTest::count)).isEqualTo(500);
        }
    }

    @Test
    void aFullDiskRefusesWritesLeavesNothingHalfDoneAndIsSaidOnce() throws Exception {
        DiskSpace disk = DiskSpace.ofPages(40);
        try (LogLines log = LogLines.of(StoreHealth.class);
                OpenDatabase open = OpenDatabase.in(data(), disk)) {
            open.write(DatabaseTest::createNotes);
            long written = 0;
            try {
                while (written < 1_000) {
                    open.write(sql -> insert(sql) + insert(sql));
                    written += 2;
                }
            } catch (StoreUnavailableException e) {
                assertThat(e).hasMessage("the disk is full");
            }
            assertThatThrownBy(() -> open.write(sql -> insert(sql) + insert(sql) + insert(sql) + insert(sql)))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(open.read(DatabaseTest::count)).isEqualTo(written).isBetween(10L, 200L);
            assertThat(log.containing("refuses writes until this is mended: the disk is full (" + data()))
                    .hasSize(1);
        }
    }

    @Test
    void whatChangesNothingDoesNotSayThatThereIsRoomAgain() throws Exception {
        try (LogLines log = LogLines.of(StoreHealth.class);
                OpenDatabase open = OpenDatabase.in(data(), DiskSpace.ofPages(40))) {
            open.write(DatabaseTest::createNotes);
            assertThatThrownBy(() -> open.write(sql -> {
                        for (int i = 0; i < 1_000; i++) {
                            insert(sql);
                        }
                        return 0;
                    }))
                    .isInstanceOf(StoreUnavailableException.class);
            int deleted = open.write(sql -> sql.update("DELETE FROM note"));
            assertThat(deleted).isZero();
            assertThat(log.containing("The store accepts writes again")).isEmpty();
        }
    }

    @Test
    void whenTheDiskIsFullAllOfTheCommitFailsAndTheWriterGoesOn() throws Exception {
        DiskSpace disk = DiskSpace.ofPages(40);
        try (LogLines log = LogLines.of(StoreHealth.class);
                OpenDatabase open = OpenDatabase.in(data(), disk)) {
            open.write(DatabaseTest::createNotes);
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CompletionStage<Integer> holding = open.store().write(sql -> {
                started.countDown();
                await(goOn);
                return 0;
            });
            await(started);
            List<CompletionStage<Integer>> together = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                together.add(open.store().write(DatabaseTest::insert));
            }
            goOn.countDown();
            assertThat(holding.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(together)
                    .allSatisfy(stage -> assertThat(stage.toCompletableFuture())
                            .failsWithin(Duration.ofSeconds(10))
                            .withThrowableThat()
                            .withCauseInstanceOf(StoreUnavailableException.class));
            assertThat(open.read(DatabaseTest::count)).isZero();

            disk.makeRoom();
            open.write(DatabaseTest::insert);
            assertThat(open.read(DatabaseTest::count)).isEqualTo(1);
            assertThat(log.containing("The store accepts writes again")).hasSize(1);
        }
    }

    @Test
    void aWorkThatHidesThatTheDatabaseFailedIsNotTakenForWritten() throws Exception {
        try (OpenDatabase open = OpenDatabase.in(data(), DiskSpace.ofPages(40))) {
            open.write(DatabaseTest::createNotes);
            assertThatThrownBy(() -> open.write(sql -> {
                        try {
                            for (int i = 0; i < 1_000; i++) {
                                insert(sql);
                            }
                        } catch (StoreUnavailableException hidden) {
                            return 0;
                        }
                        return 1;
                    }))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(open.read(DatabaseTest::count)).isZero();
        }
    }

    @Test
    void closingWaitsNoLongerThanItsLimitForAWorkThatHangs() throws Exception {
        Engine engine = new Sqlite(folder, StoreLimits.DEFAULT);
        DatabaseStore source = new DatabaseStore(
                engine,
                StoreLimits.DEFAULT,
                new StoreHealth("writes", engine.name()),
                (took, labels) -> {},
                Runnable::run);
        Store store = source.on(Runnable::run);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        source.start();
        CompletionStage<Integer> hanging = store.write(sql -> {
            started.countDown();
            await(goOn);
            return createNotes(sql);
        });
        await(started);
        CompletionStage<Integer> behind = store.write(DatabaseTest::insert);
        assertThat(CompletableFuture.runAsync(() -> source.close(Duration.ofMillis(50))))
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(behind.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .withMessage("the bot stops");
        goOn.countDown();
        assertThat(hanging.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
        source.close(Duration.ofSeconds(3));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
