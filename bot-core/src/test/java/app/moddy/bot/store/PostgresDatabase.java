package app.moddy.bot.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A database of a test's own, on the PostgreSQL that {@code -Dmoddy.postgres=jdbc:postgresql:…} names (its user may create
 * databases), else on a server that this JVM starts. Thread-safe.
 */
public final class PostgresDatabase implements AutoCloseable {
    private static final String NAMED = "moddy.postgres";
    private static final AtomicInteger number = new AtomicInteger();
    private static @Nullable String server;

    private final String name;

    private PostgresDatabase(String name) {
        this.name = name;
    }

    /** An empty one. */
    public static PostgresDatabase create() {
        return create("moddy_test_" + ProcessHandle.current().pid() + "_" + number.incrementAndGet(), "UTF8");
    }

    /** One when these tests are to run on PostgreSQL: {@code -Dmoddy.engine=postgresql}. */
    public static Optional<PostgresDatabase> ifWished() {
        return System.getProperty("moddy.engine", "").equals("postgresql") ? Optional.of(create()) : Optional.empty();
    }

    /** One for other than Unicode. */
    static PostgresDatabase ofLatin1() {
        return create("moddy_test_latin1_" + ProcessHandle.current().pid(), "LATIN1' LC_COLLATE 'C' LC_CTYPE 'C");
    }

    private static PostgresDatabase create(String name, String encoding) {
        execute(server(), "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING '" + encoding + "'");
        return new PostgresDatabase(name);
    }

    private static synchronized String server() {
        if (server == null) {
            server = System.getProperty(NAMED, "").isBlank() ? started() : System.getProperty(NAMED);
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
        execute(server(), "DROP DATABASE " + name + " WITH (FORCE)");
    }
}
