package app.moddy.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.store.Relay;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.bot.store.zoo.ZooPlugin;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code moddy migrate-store} copies, and when it does not. */
class MigrateStoreTest {
    private static final String TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

    private final PostgresDatabase database = PostgresDatabase.create();
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTables() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = onSqlite(scene)) {
            assertThat(bot.wasRefused()).isFalse();
        }
        change("INSERT INTO dm_channel (user_id, channel_id) VALUES (81, 82)");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private RunningBot onSqlite(Scene scene) throws Exception {
        return scene.bot().data(folder).plugins(new ZooPlugin()).start();
    }

    /** Behind the bot's back. */
    private void change(String... statements) throws SQLException {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
                Statement statement = sqlite.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private List<String> moved(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection postgres = database.connect();
                Statement statement = postgres.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private void migrate(Map<String, String> environment, BotPlugin... plugins) throws Exception {
        MigrateStore.move(environment, lines::add, new AbstractModule() {
            @Override
            protected void configure() {
                bind(new TypeLiteral<Iterable<BotPlugin>>() {}).toInstance(List.of(plugins));
            }
        });
    }

    private Map<String, String> environment() {
        return Map.of("MODDY_DATA", folder.toString(), "DATABASE_URL", database.url());
    }

    private AbstractThrowableAssert<?, ?> assertRefused(BotPlugin... plugins) {
        return assertThatThrownBy(() -> migrate(environment(), plugins)).isInstanceOf(StoreFaultException.class);
    }

    @Test
    void rowsOfEachKindWhateverRefersToWhat() throws Exception {
        change(
                "UPDATE zoo SET name = 'renamed'",
                "INSERT INTO zoo (id, name) VALUES (9223372036854775807, 'naïve 🦒')",
                "INSERT INTO animal VALUES (1, 1, NULL, 0.1, 1), (2, 9223372036854775807, 1, NULL, 0)");
        migrate(environment(), new ZooPlugin());
        assertThat(moved("SELECT id || ' ' || name FROM zoo ORDER BY id"))
                .containsExactly("1 renamed", "9223372036854775807 naïve 🦒");
        assertThat(moved("SELECT CAST(a AS text) FROM animal a ORDER BY id"))
                .containsExactly("(1,1,,0.1,t)", "(2,9223372036854775807,1,,f)");
        assertThat(lines)
                .containsSubsequence("Zoo: 2 rows", "animal: 2 rows")
                .contains("alarm: 0 rows", "dm_channel: 1 rows");
    }

    @Test
    void moreRowsThanAreSentAtOnce() throws Exception {
        change("WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                + " INSERT INTO dm_channel (user_id, channel_id) SELECT i, 2 * i FROM n");
        migrate(environment(), new ZooPlugin());
        assertThat(moved("SELECT count(*) || ' ' || sum(channel_id) FROM dm_channel"))
                .containsExactly("1002 3003082");
    }

    @Test
    void whileABotHasTheFolder() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = onSqlite(scene)) {
            assertThat(bot.wasRefused()).isFalse();
            assertRefused(new ZooPlugin())
                    .hasMessageContaining("Another bot uses the data folder " + folder + ": stop it");
        }
    }

    @Test
    void aTargetWithRowsIsLeftAlone() throws Exception {
        database.execute("CREATE TABLE somebodys (id INTEGER); INSERT INTO somebodys VALUES (1)");
        assertRefused(new ZooPlugin())
                .hasMessageContaining(" has rows already, in somebodys: name an empty database in DATABASE_URL");
        assertThat(moved(TABLES)).containsExactly("somebodys");
    }

    @Test
    void aPluginThatIsNotThereOrDoesNotRun() {
        ZooPlugin ill = new ZooPlugin(
                () -> {
                    throw new IllegalStateException("the keeper is away");
                },
                sql -> {});
        assertRefused()
                .hasMessageContaining("it has the tables of plugin zoo, which is not installed here: install it");
        assertRefused(ill)
                .hasMessageContaining("it has the tables of plugin zoo, which does not run here: it is broken")
                .hasMessageContaining("the log says where");
    }

    @Test
    void tablesOfAnotherVersion() throws Exception {
        change("INSERT INTO migrations_zoo SELECT 99, '7', description, type, script, checksum, installed_by,"
                + " installed_on, execution_time, success FROM migrations_zoo WHERE type = 'SQL'");
        assertRefused(new ZooPlugin())
                .hasMessageContaining("the tables of plugin zoo are of a newer version: their migration 7 is unknown");
        change("DELETE FROM migrations_zoo WHERE version = '7'", "DELETE FROM migrations WHERE version = '3'");
        assertRefused(new ZooPlugin())
                .hasMessageContaining("the bot's own tables are of an older version, without migration 3");
    }

    @Test
    void aTableThatNobodyMakes() throws Exception {
        change("CREATE TABLE notes (text TEXT)");
        assertRefused(new ZooPlugin()).hasMessageContaining("no plugin that is installed makes its table notes");
    }

    /** PostgreSQL's texts have no U+0000. */
    @Test
    void allOrNothing() throws Exception {
        change("UPDATE zoo SET name = 'planted' || char(0)");
        assertRefused(new ZooPlugin())
                .hasMessage("A row of table Zoo is refused (SQLSTATE 22021)")
                .hasMessageNotContaining("planted");
        assertThat(moved(TABLES)).isEmpty();
        assertThat(lines).isEmpty();
        change("UPDATE zoo SET name = 'mended'");
        migrate(environment(), new ZooPlugin());
        assertThat(moved("SELECT name FROM zoo")).containsExactly("mended");
    }

    /** As when it is killed: tables are there, and what their migrations have put into them. */
    @Test
    void afterATryThatCouldNotEvenUndoWhatItHadMadeTheNextOneSucceeds() throws Exception {
        try (Relay network = Relay.to(database)) {
            Map<String, String> cut = Map.of("MODDY_DATA", folder.toString(), "DATABASE_URL", network.url(database));
            assertThatThrownBy(() -> migrate(cut, new ZooPlugin(() -> {}, sql -> network.down(true))))
                    .isInstanceOf(StoreFaultException.class);
        }
        assertThat(moved("SELECT name FROM zoo")).hasSize(1);
        change("UPDATE zoo SET name = 'renamed'");
        migrate(environment(), new ZooPlugin());
        assertThat(moved("SELECT name FROM zoo")).containsExactly("renamed");
        assertRefused(new ZooPlugin()).hasMessageContaining("has rows already, in dm_channel, zoo");
    }

    /** Of another program in the same database nothing is overwritten, whoever was killed there. */
    @Test
    void afterSuchATryRowsOfOthersAreStillOthers() throws Exception {
        try (Relay network = Relay.to(database)) {
            Map<String, String> cut = Map.of("MODDY_DATA", folder.toString(), "DATABASE_URL", network.url(database));
            assertThatThrownBy(() -> migrate(cut, new ZooPlugin(() -> {}, sql -> network.down(true))))
                    .isInstanceOf(StoreFaultException.class);
        }
        database.execute("CREATE TABLE somebodys (id INTEGER); INSERT INTO somebodys VALUES (1)");
        assertRefused(new ZooPlugin()).hasMessageContaining(" has rows already, in somebodys:");
    }

    @Test
    void aPluginSeesWhatWasMovedAndItsFailureUndoesAll() throws Exception {
        ZooPlugin failing = new ZooPlugin(() -> {}, sql -> {
            throw new IllegalStateException(
                    sql.first("SELECT name FROM zoo", row -> row.getString(1)).orElseThrow() + " is planted");
        });
        assertThatThrownBy(() -> migrate(environment(), failing))
                .hasMessage("plugin zoo fails with what was moved")
                .hasRootCauseMessage("the first is planted");
        assertThat(moved(TABLES)).isEmpty();
    }

    @Test
    void withoutTheOneOrTheOther() {
        assertThatThrownBy(() -> migrate(Map.of("MODDY_DATA", folder.toString())))
                .hasMessageContaining("Set DATABASE_URL");
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> migrate(Map.of("MODDY_DATA", nowhere.toString(), "DATABASE_URL", database.url())))
                .hasMessageContaining("There is no database " + nowhere);
        assertThat(nowhere).doesNotExist();
    }
}
