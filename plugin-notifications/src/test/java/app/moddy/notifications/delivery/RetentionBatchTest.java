package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.Dialect;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a batch is deleted nobody else writes, neither here nor in another instance. */
class RetentionBatchTest {
    private static final int MANY = 700;
    private static final String ROWS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + MANY
                    + ") INSERT INTO notification (id, action, user_id, metadata, test, warnings, outcome, code, retryable, reach,"
                    + " attempts, accepted_at, finished_at)"
                    + " SELECT i, 'plan_upgraded', i, '{}', 0, '[]', 'expired', '', 0, 'NEW', 1, ?, ? FROM n";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private SteppedStore store;
    private Retention retention;
    private int statements;

    @BeforeEach
    void open() throws Exception {
        store = EmptyStore.in(folder);
        retention = new Retention(new CountingStore(), NotificationSettings.defaults(), clock);
        drained(store.write(sql -> sql.update(ROWS, clock.millis(), clock.millis())));
        drained(store.write(sql -> sql.update("INSERT INTO notification_attempt (notification_id, number, started_at)"
                + " SELECT id, 1, accepted_at FROM notification")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <T> T drained(CompletionStage<T> stage) {
        store.drainOnce();
        return stage.toCompletableFuture().join();
    }

    private int count(String table) {
        return store.read(sql -> sql.first("SELECT count(*) FROM " + table, row -> row.getInt(1)))
                .toCompletableFuture()
                .join()
                .orElseThrow();
    }

    @Test
    void aBatchIsAFewStatementsHoweverManyRowsItHas() {
        clock.advance(NotificationSettings.defaults().keep().plus(Duration.ofDays(1)));
        assertThat(drained(retention.delete())).as("more").isTrue();
        assertThat(statements).isLessThan(10);
        assertThat(count("notification")).isEqualTo(MANY - 500);
        assertThat(count("notification_attempt")).isEqualTo(MANY - 500);
        assertThat(count("notification_attempt a JOIN notification n ON n.id = a.notification_id"))
                .as("of the same")
                .isEqualTo(MANY - 500);
        assertThat(drained(retention.delete())).isFalse();
        assertThat(count("notification") + count("notification_attempt")).isZero();
    }

    @Test
    void soIsOneOfMetadata() {
        clock.advance(NotificationSettings.defaults().keepMetadata().plus(Duration.ofDays(1)));
        assertThat(drained(retention.delete())).as("more").isTrue();
        assertThat(statements).isLessThan(10);
        assertThat(count("notification WHERE metadata IS NULL")).isEqualTo(500);
        assertThat(drained(retention.delete())).isFalse();
        assertThat(count("notification WHERE metadata IS NULL")).isEqualTo(MANY);
    }

    private final class CountingStore implements Store {
        @Override
        public <T> CompletionStage<T> write(Work<T> work) {
            return store.write(sql -> work.on(new Counting(sql)));
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            return store.read(work);
        }
    }

    private final class Counting implements Sql {
        private final Sql sql;

        Counting(Sql sql) {
            this.sql = sql;
        }

        @Override
        public int update(String text, @Nullable Object... arguments) {
            statements++;
            return sql.update(text, arguments);
        }

        @Override
        public <T> List<T> list(String text, Reader<T> reader, @Nullable Object... arguments) {
            statements++;
            return sql.list(text, reader, arguments);
        }

        @Override
        public <T> Optional<T> first(String text, Reader<T> reader, @Nullable Object... arguments) {
            statements++;
            return sql.first(text, reader, arguments);
        }

        @Override
        public Dialect dialect() {
            return sql.dialect();
        }
    }
}
