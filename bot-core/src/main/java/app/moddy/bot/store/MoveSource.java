package app.moddy.bot.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The SQLite database that is moved: nobody else uses it until this is closed, and it stays as it is. */
final class MoveSource implements AutoCloseable {
    private final Path file;
    private final DataFolder folder;
    private final Statements sql;

    private MoveSource(Path file, DataFolder folder, Statements sql) {
        this.file = file;
        this.folder = folder;
        this.sql = sql;
    }

    /** Takes the folder; a bot that runs has it. */
    static MoveSource take(Path path) throws StoreFaultException {
        Path file = path.resolve("moddy.db");
        if (!Files.exists(file)) { // else the folder would be made
            throw new StoreFaultException(
                    "There is no database " + file + ": set MODDY_DATA to the data folder of the bot", null);
        }
        DataFolder folder = DataFolder.take(path);
        try {
            System.setProperty("org.sqlite.tmpdir", folder.emptied("tmp").toString());
            return new MoveSource(file, folder, open(file));
        } catch (StoreFaultException e) {
            folder.close();
            throw e;
        }
    }

    private static Statements open(Path file) throws StoreFaultException {
        try {
            Statements sql = new SqliteFile(file, StoreLimits.DEFAULT).reader();
            List<String> faults = sql.list("PRAGMA integrity_check", row -> row.getString(1));
            if (!faults.equals(List.of("ok"))) {
                sql.close();
                throw new StoreFaultException("The database " + file + " is damaged: restore a backup", null);
            }
            return sql;
        } catch (StoreUnavailableException e) {
            Trouble trouble = SqlErrors.trouble(e);
            throw new StoreFaultException(
                    "The database " + file + " can not be used, " + trouble.what() + ". " + trouble.mend(), e);
        }
    }

    Path file() {
        return file;
    }

    /** All but SQLite's own. */
    List<String> tables() {
        return sql.list(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name",
                row -> row.getString(1));
    }

    Histories histories() {
        return Histories.of(sql, tables());
    }

    /** But those that the database computes. */
    List<String> columns(String table) {
        return sql.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table);
    }

    long count(String table) {
        return Names.count(sql, table);
    }

    void rows(String table, List<String> columns, Statements.Sight sight) {
        sql.each("SELECT " + Names.quoted(columns) + " FROM " + Names.quoted(table), sight);
    }

    @Override
    public void close() {
        sql.close();
        folder.close();
    }
}
