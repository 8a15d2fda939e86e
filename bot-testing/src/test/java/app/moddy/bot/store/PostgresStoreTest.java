package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.config.Secret;
import app.moddy.bot.testing.LogLines;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {
    private final PostgresDatabase database = PostgresDatabase.create();

    private Engine engine() {
        return new Postgres(new PostgresUrl(Secret.of(database.url())));
    }

    @Override
    SteppedStore connect() {
        return SteppedStore.on(engine(), Runnable::run);
    }

    @Override
    List<String> onDisk() throws Exception {
        try (var connection = database.connect()) {
            return texts(new Statements(connection, Dialect.POSTGRESQL, false));
        }
    }

    @AfterEach
    void drop() {
        store.close();
        database.close();
    }

    /** After a restart of the server no connection of before is good for anything. */
    @Test
    void connectionsThatWereLostWhileNobodyUsedThemFailNothing() {
        written(write("a"));
        assertThat(committed()).containsExactly("a");
        database.endSessions();

        assertThat(written(write("b"))).isEqualTo(1);
        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void aConnectionThatIsLostOnTheWayFailsAllOfTheCommitAndLeavesNothing() {
        CompletionStage<Integer> before = write("a");
        CompletionStage<Integer> losing = store.write(sql -> {
            database.endSessions();
            return sql.update(INSERT, "b");
        });
        try (LogLines log = LogLines.of(StoreHealth.class)) {
            store.drainOnce();
            assertThat(failure(before)).isInstanceOf(StoreUnavailableException.class);
            assertThat(failure(losing)).hasMessage("the database server does not answer");
            assertThat(log.containing("refuses writes until this is mended: the database server does not answer"))
                    .hasSize(1);
        }
        assertThat(committed()).isEmpty();
        assertThat(written(write("c"))).isEqualTo(1);
    }
}
