package app.moddy.bot.message;

/**
 * A value of the metadata that could not be read and counts as missing; or an action whose text failed.
 *
 * @param field where it is, for instance {@code metadata.amount} or {@code metadata.changes[1]}; or {@code action}
 * @param message what would be right; never contains the value
 */
public record MetadataWarning(String field, String message) {}
