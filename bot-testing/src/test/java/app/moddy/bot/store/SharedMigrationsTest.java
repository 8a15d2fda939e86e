package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.config.Secret;
import app.moddy.bot.store.first.Beside;
import app.moddy.bot.testing.Eventually;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance that starts and has migrations to run, while others work on the same database. */
class SharedMigrationsTest {
    private static final String HOLD = "SELECT pg_advisory_lock(" + 0x6d6f646479L + ")";

    private final PostgresDatabase database = PostgresDatabase.create();
    private final Engine engine = new Postgres(new PostgresUrl(Secret.of(database.url())));
    private final SteppedStore running = SteppedStore.on(engine, Runnable::run);

    @AfterEach
    void drop() {
        running.close();
        database.close();
    }

    private void migrate() throws StoreFaultException {
        Migrations.of(engine.forMigrations(), "badges", Beside.class).run(engine);
    }

    private CompletableFuture<Void> begun() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        migrate();
                    } catch (StoreFaultException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private int number(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isMigrated() {
        return number("SELECT count(*) FROM pg_tables WHERE tablename = 'badge'") == 1;
    }

    @Test
    void theyBeginWhenNoWorkIsHalfWayBetween() throws Exception {
        database.execute("CREATE TABLE note (text TEXT)");
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        var written = running.write(sql -> {
            writing.countDown();
            await(goOn);
            return sql.update("INSERT INTO note VALUES ('a')");
        });
        CompletableFuture<Void> work = CompletableFuture.runAsync(running::drainOnce, task -> new Thread(task).start());
        writing.await();
        CompletableFuture<Void> migrating = begun();
        Eventually.isTrue(
                "they wait",
                () -> number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1);
        assertThat(isMigrated()).isFalse();
        goOn.countDown();
        work.join();
        assertThat(written.toCompletableFuture()).isCompletedWithValue(1);
        migrating.get(10, TimeUnit.SECONDS);
        assertThat(isMigrated()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoIsNotLetInTimeDoesNotStartAndWhoHasNothingToRunWaitsForNobody() throws Exception {
        try (Connection other = database.connect();
                Statement holding = other.createStatement()) {
            holding.execute(HOLD);
            assertThatThrownBy(this::migrate)
                    .isInstanceOf(StoreFaultException.class)
                    .hasMessageContaining("Somebody writes to PostgreSQL at " + database.place())
                    .hasMessageContaining("for longer than 10s: another instance that brings its tables up to date")
                    .matches(fault -> ((StoreFaultException) fault).passes(), "passes");
            assertThat(isMigrated()).isFalse();
        }
        migrate();
        try (Connection other = database.connect();
                Statement holding = other.createStatement()) {
            holding.execute(HOLD);
            assertThat(begun()).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void theLockIsGivenBack() throws Exception {
        migrate();
        Eventually.isTrue("free", () -> number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0);
        var written = running.write(sql -> sql.update("INSERT INTO badge (id, name) VALUES (1, 'gold')"));
        running.drainOnce();
        assertThat(written.toCompletableFuture()).isCompletedWithValue(1);
    }
}
