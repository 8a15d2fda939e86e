package app.moddy.bot.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that none but its owner reads, whatever the folder and the umask allow. */
final class PrivateFile {
    private static final Logger log = LoggerFactory.getLogger(PrivateFile.class);
    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFile() {}

    /** Makes it, empty. */
    static void create(Path file) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** Takes from others what they may do with it. */
    static void tighten(Path file) {
        try {
            if (POSIX && Files.exists(file)) {
                Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(file));
                if (permissions.retainAll(OWNERS)) {
                    Files.setPosixFilePermissions(file, permissions);
                }
            }
        } catch (IOException e) { // another user's, who has let us in: it is theirs to say
            log.debug("{} stays as it is", file, e);
        }
    }
}
