package app.moddy.bot.message;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that happened to a user and that the user is told about. A plugin declares its actions; the text is in the
 * plugin's template files.
 *
 * @param name what callers send as {@code action}: {@code ^[a-z][a-z0-9_]{0,49}$}
 * @param metadata a record of what the templates may show. Its components are {@link String}, {@link Long}, {@link Boolean},
 *     {@link java.time.Instant} or {@code List<String>}, each {@code @Nullable}; in JSON they have the same names in
 *     snake_case. Anything that is not declared here is dropped from a caller's metadata. Constraints of Jakarta Validation
 *     on a component are checked; a value that breaks one counts as missing.
 */
public record UserAction<M extends Record>(String name, Class<M> metadata) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /** @throws IllegalArgumentException if the name or the record is not as described above, saying what would be right */
    public UserAction {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(metadata, "metadata is null");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("action name '%s' must match %s".formatted(name, NAME));
        }
        MetadataRecord.of(metadata);
    }
}
