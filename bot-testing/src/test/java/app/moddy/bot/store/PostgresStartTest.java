package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.StartException;
import app.moddy.bot.config.Secret;
import app.moddy.bot.store.first.BadgesPlugin;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the address to tables that are up to date. Nothing tells the password on the way. */
class PostgresStartTest {
    private static final String PASSWORD = "password=a-planted-secret";

    private final PostgresDatabase database = PostgresDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    private static StoreSettings settings(String url) {
        return new StoreSettings("no folder is made", Secret.of(url));
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String url) {
        return assertThatThrownBy(() -> OpenDatabase.at(url))
                .isInstanceOf(StoreFaultException.class)
                .satisfies(fault -> assertThat(fault).hasStackTraceContaining("PostgreSQL at "))
                .satisfies(fault -> {
                    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                        assertThat(String.valueOf(cause.getMessage())).doesNotContain("planted");
                    }
                });
    }

    @Test
    void severalInstancesStartOnOneDatabaseAndMakeNoFolder() throws Exception {
        try (OpenDatabase one = OpenDatabase.at(database.url() + "&" + PASSWORD);
                OpenDatabase other = OpenDatabase.at(database.url())) {
            int rows = one.write(sql -> sql.update("INSERT INTO dm_channel (user_id, channel_id) VALUES (1, 2)"));
            assertThat(rows).isEqualTo(1);
            List<Long> kept = other.read(sql -> sql.list("SELECT channel_id FROM dm_channel", row -> row.getLong(1)));
            assertThat(kept).containsExactly(2L);
            assertThat(other.fault()).isEmpty();
        }
        assertThat(Path.of("no folder is made")).doesNotExist();
    }

    /** Else the locks of a machine that was switched off stay for hours. */
    @Test
    void theServerFindsOutThatAMachineIsGone() throws Exception {
        Postgres engine = new Postgres(new PostgresUrl(Secret.of(database.url())));
        List<Connection> connections =
                List.of(engine.forFilling(), engine.forMigrations().getConnection());
        for (Connection connection : connections) {
            try (connection;
                    Statements sql = new Statements(connection, Dialect.POSTGRESQL, false)) {
                assertThat(sql.first("SHOW tcp_keepalives_idle", row -> row.getInt(1)))
                        .contains(10);
                assertThat(sql.first("SHOW tcp_user_timeout", row -> row.getString(1)))
                        .contains("25000");
            }
        }
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertRefused("jdbc:postgresql://" + database.place() + "/nowhere?user=postgres&" + PASSWORD)
                .hasMessageContaining("the database server refuses the user, the password or the database")
                .hasMessageContaining("\"nowhere\" does not exist");
    }

    @Test
    void aServerThatIsNotThere() {
        assertRefused("jdbc:postgresql://127.0.0.1:1/moddy?user=moddy&" + PASSWORD)
                .hasMessageContaining(
                        "PostgreSQL at 127.0.0.1:1/moddy can not be used, the database server does not answer");
    }

    /** Of a plugin that is not required, too: it would be missing until somebody starts the bot again. */
    @Test
    void aServerThatGoesBeforeAPluginHasItsTablesIsAReasonToStartAgain() {
        try (Scene scene = Scene.open();
                Relay network = Relay.to(database)) {
            Window cuts = new Window("a-plugin-that-cuts") {
                @Override
                protected void configure() {
                    network.down(true);
                }
            };
            assertThatThrownBy(() -> scene.bot()
                            .environment("DATABASE_URL", network.url(database))
                            .plugins(cuts, new BadgesPlugin("badges"))
                            .startWithoutWaiting())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining(
                            "The tables of a plugin can not be brought up to date: badges: Unable to obtain")
                    .extracting(failure -> ((StartException) failure).kind())
                    .isEqualTo(StartException.Kind.DATABASE);
        }
    }

    @Test
    void aDatabaseThatIsNotForUnicode() {
        try (PostgresDatabase latin = PostgresDatabase.ofLatin1()) {
            assertRefused(latin.url()).hasMessageContaining("has the encoding LATIN1: the bot needs UTF8");
        }
    }

    @Test
    void anAddressThatTheDriverDoesNotUnderstand() {
        for (String wrong : new String[] {
            "jdbc:postgresql://db:99999/moddy?" + PASSWORD, "jdbc:postgresql://db/moddy?" + PASSWORD + "%"
        }) {
            assertRefused(wrong).hasMessageContaining("can not be understood: look at the port");
            assertThat(settings(wrong).obstacle())
                    .hasValueSatisfying(text -> assertThat(text).doesNotContain("planted"));
        }
    }

    @Test
    void nothingIsSaidOfThePasswordAndTheFolderIsNotLookedAt() {
        StoreSettings settings = settings("jdbc:postgresql://db/moddy?" + PASSWORD);
        assertThat(settings.toString()).doesNotContain("planted").doesNotContain("//db");
        assertThat(settings.obstacle()).isEmpty();
    }

    @Test
    void aCopyIsForItsOwnTools() {
        assertThatThrownBy(() -> StoreCopy.of(settings(database.url()), Path.of("copy.db")))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("pg_dump");
    }

    /** A password in the wrong place would be part of a host's name. */
    @Test
    void theFormOfAnAddress() {
        assertThat("jdbc:postgresql://db.example:5432,other/moddy?sslmode=require&" + PASSWORD)
                .matches(PostgresUrl.FORM);
        assertThat("jdbc:postgresql://[::1]:5432/moddy").matches(PostgresUrl.FORM);
        assertThat("jdbc:postgresql://moddy:secret@db/moddy").doesNotMatch(PostgresUrl.FORM);
        assertThat("jdbc:postgresql:moddy").doesNotMatch(PostgresUrl.FORM);
        assertThat("postgresql://db/moddy").doesNotMatch(PostgresUrl.FORM);
    }
}
