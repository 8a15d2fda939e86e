package app.moddy.bot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A copy of the database, whole and by itself, while a bot may be using it. Core only. */
public final class StoreCopy {
    private StoreCopy() {}

    /**
     * Copies what is committed now. The bot that uses the database goes on meanwhile.
     *
     * @param target a file that is not there yet; it is there in the end only if it is whole and on the disk
     * @throws StoreFaultException with what to do, when there is no database, or no place for the copy
     */
    public static void of(StoreSettings settings, Path target) throws StoreFaultException {
        if (settings.isPostgres()) {
            throw new StoreFaultException(
                    "The data is in PostgreSQL, which brings its own tool: pg_dump --format=custom --file=FILE DATABASE",
                    null);
        }
        Path source = settings.path().resolve("moddy.db");
        if (!Files.exists(source)) {
            throw new StoreFaultException(
                    "There is no database " + source + ": set MODDY_DATA to the data folder of the bot", null);
        }
        Path copy = target.toAbsolutePath().normalize();
        try {
            refuseExisting(copy);
            unpackDriverIn(settings.path());
            write(source, copy);
            keepNamesOf(copy);
        } catch (IOException e) {
            throw new StoreFaultException("The copy " + copy + " can not be written (" + e + ")", e);
        } catch (StoreUnavailableException e) {
            Trouble trouble = SqlErrors.trouble(e);
            throw new StoreFaultException(
                    source + " can not be copied to " + copy + ": " + trouble.what() + ". " + trouble.mend(), e);
        }
    }

    private static void refuseExisting(Path copy) throws IOException {
        if (Files.exists(copy)) {
            throw new FileAlreadyExistsException(copy + " is there already; nothing is overwritten");
        }
    }

    /** Where the bot has it unpacked, too: the system's folder may be full or forbid it to run. */
    private static void unpackDriverIn(Path folder) {
        Path ours = folder.resolve("tmp");
        if (Files.isDirectory(ours)) {
            System.setProperty("org.sqlite.tmpdir", ours.toString());
        }
    }

    /** A name is in its folder, which reaches the disk by itself. */
    private static void keepNamesOf(Path copy) throws IOException {
        Path folder = copy.getParent();
        if (PrivateFile.POSIX && folder != null) { // elsewhere a folder can not be opened
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Under a name of its own, readable by its owner only, until it is whole: somebody else may be making the same copy. */
    private static void write(Path source, Path copy) throws IOException, StoreFaultException {
        Path partial = Files.createTempFile(copy.resolveSibling(""), copy.getFileName() + ".", ".partial");
        try {
            fill(source, partial);
            publish(partial, copy);
        } finally { // half of what users have is not to lie about, least of all on a disk that is full
            Files.deleteIfExists(partial.resolveSibling(partial.getFileName() + "-journal"));
            Files.deleteIfExists(partial);
        }
    }

    /** A link replaces nothing, whoever was quicker; a disk without links is asked first whether there is something. */
    private static void publish(Path partial, Path copy) throws IOException {
        try {
            Files.createLink(copy, partial);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(partial, copy);
        }
    }

    private static void fill(Path source, Path partial) throws IOException, StoreFaultException {
        try (Statements live = new SqliteFile(source, StoreLimits.DEFAULT).reader()) {
            // an empty file is as good for SQLite as none
            live.execute("VACUUM INTO '" + partial.toString().replace("'", "''") + "'");
        }
        try (FileChannel file = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        try (Statements copied = new SqliteFile(partial, StoreLimits.DEFAULT).reader()) {
            List<String> faults = copied.list("PRAGMA integrity_check", row -> row.getString(1));
            if (!faults.equals(List.of("ok"))) {
                throw new StoreFaultException("The copy is damaged, so the database may be: " + faults.get(0), null);
            }
        }
    }
}
