package app.moddy.notifications;

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
import java.util.stream.Stream;

/** What lies in a bot's data folder, seen from outside. */
final class KeptData {
    private final Path folder;

    KeptData(Path folder) {
        this.folder = folder;
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

    /** Changes it, while no bot uses it. */
    void update(String sql) {
        try (Connection database = open();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
    }

    /** Whether any file has this text in it. */
    boolean contains(String text) {
        return contains(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether any file has the bytes of this number in it, as SQLite writes them. */
    boolean contains(long number) {
        return contains(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
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
