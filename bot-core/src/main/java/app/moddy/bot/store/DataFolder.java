package app.moddy.bot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder while it is ours: nobody else has it as long as the lock is held. */
final class DataFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> READABLE_BY_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ,
            // who may only pass through can read files whose names they guess
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** For the driver's library (1 MiB), and a database with its log. */
    private static final long LEAST_ROOM = 4 * 1_024 * 1_024;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes it when it is missing, and takes it. */
    static DataFolder take(Path path) throws StoreFaultException {
        try {
            make(path);
            requireRoom(path);
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new StoreFaultException(
                    "The data folder " + path + " can not be used (" + e + "): give the bot's user the right to,"
                            + " or set MODDY_DATA to another folder",
                    e);
        }
    }

    /** What would keep us from taking it, were it tried now; a bot that has it is no obstacle. */
    static Optional<String> obstacle(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there) || !Files.isExecutable(there)) {
            return Optional.of("The data folder " + path + " can not be used: " + there
                    + (Files.isDirectory(there) ? " is not this user's to write to" : " is no folder")
                    + "; give the bot's user the right to, or set MODDY_DATA to another folder");
        }
        try {
            requireRoom(there);
            return Optional.empty();
        } catch (IOException | StoreFaultException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Better here than where the driver unpacks its library, or SQLite maps its files. */
    private static void requireRoom(Path path) throws IOException, StoreFaultException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_ROOM) {
            throw new StoreFaultException(
                    "The disk of the data folder " + path + " is full (" + free / 1_024 + " KiB left, at least "
                            + LEAST_ROOM / 1_024 + " KiB are needed): make room on it",
                    null);
        }
    }

    private static void make(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, ownerOnly());
        } else if (POSIX && Files.getPosixFilePermissions(path).stream().anyMatch(READABLE_BY_OTHERS::contains)) {
            log.warn("The data folder {} can be read by other users of this machine; chmod 700 it", path);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static FileChannel lock(Path path) throws IOException, StoreFaultException {
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) != null) {
                return channel;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new StoreFaultException(
                "Another bot uses the data folder " + path + ": stop it, or set MODDY_DATA to another folder", null);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a bot in this process
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /**
     * A database in it, made when it is missing, that none but its owner reads. SQLite gives the files beside it the same
     * permissions.
     */
    void keepPrivate(String name) throws StoreFaultException {
        try {
            Path file = path.resolve(name);
            if (!Files.exists(file)) {
                PrivateFile.create(file);
            }
            for (String beside : List.of("", "-wal", "-shm", "-journal")) {
                PrivateFile.tighten(path.resolve(name + beside));
            }
        } catch (IOException e) {
            throw new StoreFaultException("The file " + name + " can not be made in " + path + " (" + e + ")", e);
        }
    }

    /** An empty folder in it, for what a killed process leaves behind. */
    Path emptied(String name) throws StoreFaultException {
        Path folder = path.resolve(name);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new StoreFaultException("The folder " + folder + " can not be emptied (" + e + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) { // it ends with the process
            log.warn("The data folder {} was not unlocked", path, e);
        }
    }
}
