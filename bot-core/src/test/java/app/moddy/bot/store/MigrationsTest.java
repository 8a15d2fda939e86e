package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final Class<?> FIRST = app.moddy.bot.store.first.Beside.class;
    private static final Class<?> SECOND = app.moddy.bot.store.second.Beside.class;
    private static final Class<?> CHANGED = app.moddy.bot.store.changed.Beside.class;
    private static final Class<?> BROKEN = app.moddy.bot.store.broken.Beside.class;
    private static final Class<?> MISNAMED = app.moddy.bot.store.misnamed.Beside.class;

    @TempDir
    private Path folder;

    private OpenDatabase open;

    @BeforeEach
    void open() throws Exception {
        open = OpenDatabase.in(folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void migrate(String owner, Class<?> beside) throws StoreFaultException {
        open.database().migrate(owner, beside);
    }

    private List<String> tables() {
        return open.read(sql ->
                sql.list("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", row -> row.getString(1)));
    }

    @Test
    void eachFileIsRunOnceAlsoAfterARestart() throws Exception {
        migrate("badges", FIRST);
        open.write(sql -> sql.update("INSERT INTO badge (id, name) VALUES (1, 'gold')"));
        open.close();
        open = OpenDatabase.in(folder);
        migrate("badges", SECOND);
        List<String> badges =
                open.read(sql -> sql.list("SELECT name || coalesce(colour, '?') FROM badge", row -> row.getString(1)));
        assertThat(badges).containsExactly("gold?");
    }

    @Test
    void everyOwnerCountsForItself() throws Exception {
        migrate("badges", FIRST);
        assertThatThrownBy(() -> migrate("bad-ges", FIRST)).hasMessageContaining("table badge already exists");
        assertThat(tables()).contains("migrations", "migrations_badges", "migrations_bad_ges");
    }

    @Test
    void aFileThatFailsIsNamedAndNothingOfItIsDone() throws Exception {
        assertThatThrownBy(() -> migrate("badges", BROKEN))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("V2__half.sql")
                .hasMessageContaining("near \"TABEL\": syntax error")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining(folder.toString());
        assertThat(tables()).contains("badge").doesNotContain("half");
        migrate("badges", SECOND);
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws Exception {
        migrate("badges", SECOND);
        assertThatThrownBy(() -> migrate("badges", FIRST))
                .isInstanceOf(StoreFaultException.class)
                .hasMessage("the database is of a newer version: its migration 2 is unknown here");
    }

    @Test
    void aFileThatWasChangedAfterwardsIsRefused() throws Exception {
        migrate("badges", FIRST);
        assertThatThrownBy(() -> migrate("badges", CHANGED))
                .isInstanceOf(StoreFaultException.class)
                .hasMessage("migration 1 was changed after it had been run");
    }

    @Test
    void aFileWithAWrongNameIsNamedAndSoIsAFolderThatIsMissing() {
        assertThatThrownBy(() -> migrate("badges", MISNAMED))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("V1_badge.sql");
        assertThatThrownBy(() -> migrate("badges", MigrationsTest.class))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("app/moddy/bot/store/migrations");
    }
}
