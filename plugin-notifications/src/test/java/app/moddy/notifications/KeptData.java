package app.moddy.notifications;

import app.moddy.bot.store.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bot keeps, in its data folder or in PostgreSQL, seen from outside. */
final class KeptData {
    private final Path folder;
    private final Optional<PostgresDatabase> postgres;

    KeptData(Path folder) {
        this(folder, Optional.empty());
    }

    KeptData(Path folder, Optional<PostgresDatabase> postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** The rows of a query, each with its columns' values, {@code null} among them, with {@code |} between them. */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection database = open();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", values));
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
        return rows;
    }

    /** The only column of the only row of a query. */
    String value(String query) {
        List<String> rows = rows(query);
        if (rows.size() != 1) {
            throw new AssertionError(query + " has " + rows.size() + " rows");
        }
        return rows.get(0);
    }

    /** Changes it behind the bot's back. */
    void update(String statement) {
        try (Connection database = open();
                Statement update = database.createStatement()) {
            update.executeUpdate(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private Connection open() throws SQLException {
        return postgres.isPresent()
                ? postgres.get().connect()
                : DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
    }

    /** Whether any file, or any row in PostgreSQL, has this text in it. */
    boolean contains(String text) {
        if (postgres.isPresent()) {
            return rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").stream()
                    .flatMap(table -> rows("SELECT CAST(kept AS text) FROM " + table + " AS kept").stream())
                    .anyMatch(row -> row.contains(text));
        }
        return contains(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether any file has the bytes of this number in it, as SQLite writes them. */
    boolean contains(long number) {
        return postgres.isPresent()
                ? contains(Long.toString(number))
                : contains(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private boolean contains(byte[] bytes) {
        String searched = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file -> read(file).contains(searched));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each byte as a character. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
