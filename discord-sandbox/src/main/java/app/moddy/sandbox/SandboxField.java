package app.moddy.sandbox;

/**
 * A field of an embed.
 *
 * @param inline whether it may stand beside others
 */
public record SandboxField(String name, String value, boolean inline) {}
