package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.config.Secret;
import app.moddy.bot.testing.Eventually;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A server of its own, of which the process of a session is killed: the others go, too, and it begins anew from its disk. */
class CrashedServerTest {
    private static String first(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean hasCrashed(String url, String before) {
        try {
            return !first(url, "SELECT " + Postgres.SINCE_CRASH).equals(before);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The transaction has left nothing on the disk, not even its number. */
    @Test
    void itsNumberIsAnothersThenAndSaysNothing() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            String before = first(url, "SELECT " + Postgres.SINCE_CRASH);
            Postgres engine = new Postgres(new PostgresUrl(Secret.of(url)));
            Statements lost = engine.writer();
            Engine.Transaction transaction = engine.begin(lost);
            String process = lost.first("SELECT pg_backend_pid()", row -> row.getString(1))
                    .orElseThrow();
            ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly();
            Eventually.isTrue("it is back", () -> hasCrashed(url, before));
            first(url, "SELECT pg_current_xact_id()"); // committed, with the number of the lost one
            assertThatThrownBy(transaction::isCommittedAfterAll).isInstanceOf(StoreUncertainException.class);
            lost.close();
        }
    }
}
