package app.moddy.bot.message;

import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * Something in a template file that keeps the file from being used.
 *
 * @param language the file's
 * @param file what the file is called, for instance {@code templates/de.yml}
 * @param line counted from 1
 * @param key path of keys, for instance {@code plan_upgraded.title}; {@code (file)} when it is about the whole
 * @param message what is wrong and what would be right
 */
public record TemplateFault(DiscordLocale language, String file, int line, String key, String message) {
    /** {@code file:line: key: message}. */
    @Override
    public String toString() {
        return "%s:%s: %s: %s".formatted(file, line, key, message);
    }
}
