package app.moddy.bot.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A database of a test's own, on the PostgreSQL that {@code -Dmoddy.postgres=jdbc:postgresql:…} names (its user may create
 * databases), else on a server that this JVM starts. There one that a test has left is emptied for the next, which takes a
 * fraction of the time that a new one does. Thread-safe.
 */
public final class PostgresDatabase implements AutoCloseable {
    private static final String NAMED = "moddy.postgres";
    private static final AtomicInteger number = new AtomicInteger();
    private static final Queue<String> emptied = new ConcurrentLinkedQueue<>();
    private static @Nullable String server;

    private final String name;
    private final boolean isKept;

    private PostgresDatabase(String name, boolean isKept) {
        this.name = name;
        this.isKept = isKept;
    }

    /** An empty one. */
    public static PostgresDatabase create() {
        String left = emptied.poll();
        return left == null
                ? create(
                        "moddy_test_" + ProcessHandle.current().pid() + "_" + number.incrementAndGet(),
                        "UTF8",
                        isOurs())
                : new PostgresDatabase(left, true);
    }

    /** One when these tests are to run on PostgreSQL: {@code -Dmoddy.engine=postgresql}. */
    public static Optional<PostgresDatabase> ifWished() {
        return System.getProperty("moddy.engine", "").equals("postgresql") ? Optional.of(create()) : Optional.empty();
    }

    /** One for other than Unicode. */
    static PostgresDatabase ofLatin1() {
        return create(
                "moddy_test_latin1_" + ProcessHandle.current().pid(), "LATIN1' LC_COLLATE 'C' LC_CTYPE 'C", false);
    }

    private static PostgresDatabase create(String name, String encoding, boolean isKept) {
        execute(server(), "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING '" + encoding + "'");
        return new PostgresDatabase(name, isKept);
    }

    private static boolean isOurs() {
        return System.getProperty(NAMED, "").isBlank();
    }

    private static synchronized String server() {
        if (server == null) {
            server = isOurs() ? started() : System.getProperty(NAMED);
        }
        return server;
    }

    /** Ends with this JVM; what it has is nobody's to lose. */
    private static String started() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address for {@code DATABASE_URL}, with its user and password. */
    public String url() {
        return server().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
    }

    /** Its server's host and port. */
    public String place() {
        return server().replaceFirst("^jdbc:postgresql://([^/]+)/.*$", "$1");
    }

    /** A connection of a program that is no bot. */
    public Connection connect() {
        try {
            return DriverManager.getConnection(url());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does this as another program. */
    public void execute(String sql) {
        execute(url(), sql);
    }

    /** Ends all sessions, as a restart of the server does. */
    public void endSessions() {
        execute(
                server(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name
                        + "' AND pid <> pg_backend_pid()");
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (isKept) {
            endSessions();
            execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            emptied.add(name);
        } else {
            execute(server(), "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
