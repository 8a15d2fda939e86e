package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moddy.bot.testing.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @Override
    SteppedStore connect() {
        return SteppedStore.in(folder, Runnable::run, true);
    }

    @Override
    List<String> onDisk() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"))) {
            return texts(new Statements(connection, Dialect.SQLITE, false));
        }
    }

    @Test
    void aStatementIsPreparedOncePerConnection() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"))) {
            PreparedStatements prepared = new PreparedStatements(connection);
            var first = prepared.get("SELECT 1").statement();
            assertThat(prepared.get("SELECT 1").statement()).isSameAs(first);
            for (int i = 2; i < 500; i++) {
                prepared.get("SELECT " + i);
            }
            assertThat(first.isClosed()).as("the least used one is closed").isTrue();
        }
    }

    @Test
    void nobodyElseReadsItsFilesInAFolderThatOthersMayEnter(@TempDir Path data) throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (OpenDatabase open = OpenDatabase.in(data)) {
            assertThat(open.fault()).isEmpty();
            assertThat(modes(data))
                    .containsOnly(
                            entry("moddy.db", "rw-------"),
                            entry("moddy.db-wal", "rw-------"),
                            entry("moddy.db-shm", "rw-------"));
        }
        Files.setPosixFilePermissions(data.resolve("moddy.db"), PosixFilePermissions.fromString("rw-r--r--"));
        try (OpenDatabase again = OpenDatabase.in(data)) {
            assertThat(again.fault()).isEmpty();
            assertThat(modes(data)).as("of an older version").hasSize(3).containsEntry("moddy.db", "rw-------");
            assertThat(modes(data)).containsEntry("moddy.db-wal", "rw-------");
        }
    }

    private static Map<String, String> modes(Path data) throws IOException {
        Map<String, String> modes = new HashMap<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("moddy.db")) {
                    modes.put(name, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
        return modes;
    }

    @Test
    void whatIsWrittenTogetherIsToldInOneGo() {
        List<Runnable> told = new ArrayList<>();
        try (SteppedStore toldLater = SteppedStore.in(folder, told::add, false)) {
            List<CompletionStage<Integer>> stages = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                stages.add(toldLater.write(sql -> number));
            }
            toldLater.drainOnce();
            assertThat(told).as("more than sixteen are not left to one thread").hasSize(2);
            assertThat(stages).noneMatch(stage -> stage.toCompletableFuture().isDone());
            told.forEach(Runnable::run);
            assertThat(stages).allMatch(stage -> stage.toCompletableFuture().isDone());
        }
    }

    @Test
    void tellsWhenItNoLongerReads() {
        store.close();
        SteppedStore missing = SteppedStore.in(folder.resolve("gone"), Runnable::run, true);
        try (LogLines log = LogLines.of(StoreHealth.class)) {
            assertThat(failure(missing.read(StoreContract::texts)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("the database file can not be opened");
            assertThat(failure(missing.read(StoreContract::texts))).isInstanceOf(StoreUnavailableException.class);
            assertThat(log.containing("refuses reads")).hasSize(1);
        }
    }
}
