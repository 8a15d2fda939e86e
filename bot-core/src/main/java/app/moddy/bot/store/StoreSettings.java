package app.moddy.bot.store;

import app.moddy.bot.config.Secret;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where what the bot keeps is.
 *
 * @param folder the data folder, for SQLite; {@code data}
 * @param databaseUrl where PostgreSQL is, which is used instead; it may have a password. Empty: SQLite
 */
public record StoreSettings(
        @Pattern(regexp = "[^\u0000?]*", message = "must be a folder's name, without a question mark")
        String folder,

        @Pattern(
                regexp = "\\s*|" + PostgresUrl.FORM,
                message = "must be jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=…, or empty for SQLite in"
                        + " store.folder")
        Secret databaseUrl) {

    /** Without a folder: {@code data}; without an address: SQLite. */
    public StoreSettings(@Nullable String folder, @Nullable Secret databaseUrl) {
        this.folder = folder == null || folder.isBlank() ? "data" : folder;
        this.databaseUrl = databaseUrl == null ? Secret.of("") : databaseUrl;
    }

    /** What keeps a bot from using the data folder, and what to do; empty when nothing does. Looks, and changes nothing. */
    public Optional<String> obstacle() {
        return isPostgres() ? new PostgresUrl(databaseUrl).obstacle() : DataFolder.obstacle(path());
    }

    /** Whether it is PostgreSQL that is used. */
    boolean isPostgres() {
        return !databaseUrl.reveal().isBlank();
    }

    /** Whether other instances of the bot may use the same database. */
    public boolean isShared() {
        return isPostgres();
    }

    Engine engine(StoreLimits limits) {
        return isPostgres() ? new Postgres(new PostgresUrl(databaseUrl)) : new Sqlite(path(), limits);
    }

    /** The data folder's absolute path. */
    Path path() {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
