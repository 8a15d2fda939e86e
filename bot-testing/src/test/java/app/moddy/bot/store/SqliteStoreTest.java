package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.LogLines;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

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
