package app.moddy.bot.store;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Copies the rows of one table. */
final class TableMove {
    private static final int BATCH = 200;

    private final PreparedStatement insert;
    private final int[] types;
    private int waiting;

    private TableMove(PreparedStatement insert, int[] types) {
        this.insert = insert;
        this.types = types;
    }

    /**
     * Copies all of them.
     *
     * @param from what SQLite calls the table and these columns
     * @param to what PostgreSQL calls them
     */
    static void copy(MoveSource source, Table from, MoveTarget target, Table to) {
        String insertion = "INSERT INTO " + Names.quoted(to.name()) + " (" + Names.quoted(to.columns()) + ") VALUES ("
                + String.join(", ", Collections.nCopies(to.columns().size(), "?")) + ")";
        try (PreparedStatement insert = target.connection().prepareStatement(insertion)) {
            TableMove move = new TableMove(insert, types(target, to));
            source.rows(from.name(), from.columns(), move::add);
            move.flush();
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }

    /** A table and columns of it. */
    record Table(String name, List<String> columns) {}

    private static int[] types(MoveTarget target, Table table) throws SQLException {
        String query = "SELECT " + Names.quoted(table.columns()) + " FROM " + Names.quoted(table.name()) + " LIMIT 0";
        try (PreparedStatement none = target.connection().prepareStatement(query)) {
            ResultSetMetaData columns = none.getMetaData();
            int[] types = new int[table.columns().size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = columns.getColumnType(i + 1);
            }
            return types;
        }
    }

    private void add(ResultSet row) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            Object value = row.getObject(i + 1);
            if (value == null) {
                insert.setNull(i + 1, types[i]);
            } else {
                insert.setObject(i + 1, value, types[i]);
            }
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        try {
            insert.executeBatch();
            waiting = 0;
        } catch (BatchUpdateException e) { // it quotes the row
            SQLException reason = e.getNextException();
            throw reason == null ? e : reason;
        }
    }
}
