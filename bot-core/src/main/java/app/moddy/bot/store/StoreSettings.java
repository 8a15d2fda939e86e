package app.moddy.bot.store;

import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where what the bot keeps is.
 *
 * @param folder the data folder; {@code data}
 * @param databaseUrl must be empty
 */
public record StoreSettings(
        @Pattern(regexp = "[^\u0000?]*", message = "must be a folder's name, without a question mark")
        String folder,

        @Pattern(
                regexp = "",
                message = "PostgreSQL is not supported yet: unset DATABASE_URL; notifications are kept in SQLite in"
                        + " store.folder")
        String databaseUrl) {

    /** Without a folder: {@code data}. */
    public StoreSettings(@Nullable String folder, @Nullable String databaseUrl) {
        this.folder = folder == null || folder.isBlank() ? "data" : folder;
        this.databaseUrl = databaseUrl == null ? "" : databaseUrl;
    }

    /** What keeps a bot from using the data folder, and what to do; empty when nothing does. Looks, and changes nothing. */
    public Optional<String> obstacle() {
        return DataFolder.obstacle(path());
    }

    /** The data folder's absolute path. */
    Path path() {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
