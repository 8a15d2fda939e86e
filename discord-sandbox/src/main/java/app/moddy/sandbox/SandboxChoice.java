package app.moddy.sandbox;

/**
 * Something offered while the user types.
 *
 * @param name what the user sees
 * @param value what the bot gets, as text
 */
public record SandboxChoice(String name, String value) {}
