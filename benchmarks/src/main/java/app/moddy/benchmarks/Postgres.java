package app.moddy.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL with its own defaults, so that a commit is on the disk. It ends with this process, and so does what it has. */
final class Postgres {
    private static final Set<String> MADE = new HashSet<>();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    /** The address of the database that takes the place of this folder's: an empty one at first. */
    static synchronized String of(Path folder) {
        String name = String.valueOf(folder.getFileName()).replaceAll("[^a-z]", "_");
        EmbeddedPostgres running = running();
        if (MADE.add(name)) {
            try (Connection connection = running.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return running.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres running() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running;
    }
}
