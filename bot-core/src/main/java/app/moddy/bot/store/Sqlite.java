package app.moddy.bot.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQLite: a file in the data folder, which this process has for itself. */
final class Sqlite implements Engine {
    /** Takes eight pages: with less room than that, the next notifications would not fit either. */
    private static final int PROBE_BYTES = 32_768;

    private final Path path;
    private final SqliteFile file;
    private final StoreLimits limits;
    private @Nullable DataFolder folder;

    Sqlite(Path path, StoreLimits limits) {
        this.path = path;
        this.file = new SqliteFile(path.resolve("moddy.db"), limits);
        this.limits = limits;
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public void take() throws StoreFaultException {
        folder = DataFolder.take(path);
        // The driver unpacks its library there, where the system's folder may be full or forbid it to run.
        System.setProperty("org.sqlite.tmpdir", folder.emptied("tmp").toString());
        folder.keepPrivate("moddy.db");
        try (Statements sql = file.writer()) {
            begin(sql);
            sql.update("CREATE TABLE IF NOT EXISTS store_probe (filler BLOB NOT NULL)");
            sql.execute("COMMIT");
        } catch (StoreUnavailableException e) {
            Trouble trouble = SqlErrors.trouble(e);
            throw new StoreFaultException(
                    "The database " + name() + " can not be used, " + trouble.what() + ". " + trouble.mend(), e);
        }
    }

    @Override
    public void release() {
        if (folder != null) {
            folder.close();
        }
    }

    @Override
    public Statements writer() {
        return file.writer();
    }

    /** The file is there already. */
    @Override
    public Statements reader() {
        return file.reader();
    }

    @Override
    public DataSource forMigrations() {
        return file.forMigrations();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** It has the folder. */
    @Override
    public Hold hold() {
        return () -> {};
    }

    @Override
    public Transaction begin(Statements sql) {
        sql.execute("BEGIN IMMEDIATE");
        return () -> false;
    }

    /** Its busy timeout is zero as it is. */
    @Override
    public void waitForNobody(Statements sql) {}

    @Override
    public void beginSnapshot(Statements sql) {
        sql.execute("BEGIN");
    }

    /** In place of what it wrote before. */
    @Override
    public void probe(Sql sql) {
        sql.update("INSERT INTO store_probe (filler) VALUES (randomblob(" + PROBE_BYTES + "))");
        sql.update("DELETE FROM store_probe WHERE rowid < (SELECT max(rowid) FROM store_probe)");
    }

    @Override
    public Upkeep upkeep() {
        return new WriteAheadLog(limits.logKept(), System::nanoTime);
    }

    @Override
    public double size() {
        return file.path().toFile().length();
    }

    @Override
    public double room() {
        return file.path().toFile().getUsableSpace();
    }
}
