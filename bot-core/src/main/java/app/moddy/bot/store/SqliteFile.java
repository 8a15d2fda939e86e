package app.moddy.bot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database file and how connections to it are set. Thread-safe. */
final class SqliteFile {
    static final int BUSY_MILLIS = 2_000;

    private final Path path;
    private final StoreLimits limits;

    SqliteFile(Path path, StoreLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    Path path() {
        return path;
    }

    /** For the one writer. */
    Statements writer() {
        return new Statements(open(config(), writersPragmas()), Dialect.SQLITE, true);
    }

    /** For one reader; the file is there already. */
    Statements reader() {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return new Statements(open(config, List.of("PRAGMA cache_size = -2000")), Dialect.SQLITE, false);
    }

    /** Connections for migrations. */
    DataSource forMigrations() {
        SQLiteConfig config = config();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url());
        return source;
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // else the driver asks for the newest row's after each statement
        config.setTempStore(SQLiteConfig.TempStore.MEMORY); // the system's folder for it may be full or missing
        return config;
    }

    private List<String> writersPragmas() {
        List<String> pragmas = new ArrayList<>(List.of(
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = " + limits.synchronous(),
                "PRAGMA cache_size = -8000", // KiB
                "PRAGMA journal_size_limit = 16777216",
                "PRAGMA secure_delete = ON")); // what is erased is overwritten
        long maxPages = limits.maxPages().getAsLong();
        if (maxPages > 0) {
            pragmas.add("PRAGMA max_page_count = " + maxPages);
        }
        return pragmas;
    }

    private Connection open(SQLiteConfig config, List<String> pragmas) {
        try {
            Connection connection = config.createConnection(url());
            try (Statement statement = connection.createStatement()) {
                for (String pragma : pragmas) {
                    statement.execute(pragma);
                }
                // statements begin and end transactions; else the driver tries to begin one after each of them
                connection.setAutoCommit(false);
                statement.execute("ROLLBACK"); // of the one that it has begun with that
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }
}
