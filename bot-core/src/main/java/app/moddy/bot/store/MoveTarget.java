package app.moddy.bot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The PostgreSQL that is filled: no bot writes to it until this is closed. */
final class MoveTarget implements AutoCloseable {
    /** But those of extensions. */
    private static final String TABLES = "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p')"
            + " AND c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT EXISTS (SELECT 1 FROM pg_depend d"
            + " WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'e') ORDER BY 1";

    private static final String PARENTS = "SELECT p.relname FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid"
            + " JOIN pg_class p ON p.oid = f.confrelid WHERE f.contype = 'f' AND c.relname = ?"
            + " AND c.relnamespace = CAST(current_schema() AS regnamespace) AND p.oid <> c.oid";

    private final Postgres engine;
    private final Connection connection;
    private final Statements sql;
    private final List<String> before;
    private boolean kept;

    private MoveTarget(Postgres engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.sql = new Statements(connection, Dialect.POSTGRESQL, true);
        this.before = tables();
    }

    static MoveTarget take(PostgresUrl url) throws StoreFaultException {
        Postgres engine = new Postgres(url);
        return new MoveTarget(engine, engine.forFilling());
    }

    String name() {
        return engine.name();
    }

    DataSource forMigrations() {
        return engine.forMigrations();
    }

    Statements sql() {
        return sql;
    }

    Connection connection() {
        return connection;
    }

    List<String> tables() {
        return sql.list(TABLES, row -> row.getString(1));
    }

    List<String> columns(String table) {
        return sql.list(
                "SELECT attname FROM pg_attribute WHERE attrelid = CAST(? AS regclass) AND attnum > 0"
                        + " AND NOT attisdropped",
                row -> row.getString(1),
                Names.quoted(table));
    }

    Histories histories() {
        return Histories.of(sql, tables());
    }

    /**
     * Those with rows that are to be kept.
     *
     * @param ours the tables that are to be filled
     */
    List<String> filledTables(List<String> ours) {
        List<String> tables = tables();
        Set<String> toBeFilled = isBegun(tables)
                ? ours.stream()
                        .flatMap(own -> Names.among(tables, own).stream())
                        .collect(Collectors.toSet())
                : Set.of();
        return tables.stream()
                .filter(table -> !Histories.isHistory(table) && !table.equals(Postgres.PROBE))
                .filter(table -> !toBeFilled.contains(table))
                .filter(table -> sql.first("SELECT 1 FROM " + Names.quoted(table) + " LIMIT 1", row -> 1)
                        .isPresent())
                .toList();
    }

    /** Whether somebody who was to fill it was killed: no bot has started on it, and what rows ours have, migrations made. */
    private static boolean isBegun(List<String> tables) {
        return tables.contains(Histories.CORE) && !tables.contains(Postgres.PROBE);
    }

    /** The same tables, those that others refer to before these. */
    List<String> parentsFirst(List<String> tables) {
        Set<String> ordered = new LinkedHashSet<>();
        tables.forEach(table -> addAfterParents(table, tables, ordered, new ArrayList<>()));
        return List.copyOf(ordered);
    }

    private void addAfterParents(String table, List<String> tables, Set<String> ordered, List<String> children) {
        if (ordered.contains(table) || !tables.contains(table) || children.contains(table)) {
            return;
        }
        children.add(table);
        sql.list(PARENTS, row -> row.getString(1), table)
                .forEach(parent -> addAfterParents(parent, tables, ordered, children));
        children.remove(table);
        ordered.add(table);
    }

    /** From now on all is undone that is not committed. */
    void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }

    /** Whatever comes of it: what was made since the beginning is no longer undone. */
    void commit() {
        Postgres.makeProbe(sql); // all is there
        kept = true;
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }

    /** What was not committed is undone, the tables that were made, too: the next try finds the database as this one has. */
    @Override
    public void close() {
        try {
            if (!kept) {
                undo();
            }
        } catch (SQLException | StoreUnavailableException e) {
            // The tables stay, without what we have copied; why we fail is being told already.
        } finally {
            sql.close();
        }
    }

    private void undo() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (String table : tables()) {
            if (!before.contains(table)) {
                sql.execute("DROP TABLE IF EXISTS " + Names.quoted(table) + " CASCADE");
            }
        }
    }
}
