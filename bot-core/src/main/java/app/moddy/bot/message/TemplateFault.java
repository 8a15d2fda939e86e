package app.moddy.bot.message;

import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * Something in a template file that keeps the file from being used.
 *
 * @param language the file's
 * @param file what the file is called, for instance {@code templates/de.yml}
 * @param line counted from 1; {@link #NO_LINE} when it is about none
 * @param key path of keys, for instance {@code plan_upgraded.title}; {@code (file)} when it is about the whole
 * @param message what is wrong and what would be right
 */
public record TemplateFault(DiscordLocale language, String file, int line, String key, String message) {
    /** Of a file that is not there or can not be read. */
    public static final int NO_LINE = 0;

    /** {@code file:line: key: message}; {@code file: message} when it is about no line. */
    @Override
    public String toString() {
        return line == NO_LINE ? file + ": " + message : "%s:%s: %s: %s".formatted(file, line, key, message);
    }
}
