package app.moddy.bot.message;

import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What a plugin's commands say, from its template files. Each plugin has its own injected; it can be used once the plugin
 * starts. Thread-safe; a call takes microseconds and never blocks.
 *
 * <pre>{@code
 * _commands:
 *   notify-history:
 *     replies:
 *       none: No notification for this user.        # "notify-history.none"
 *       some: "{{ count }} notifications, the last {{ last | relative }}."
 * _replies:                                         # of no one command
 *   outcome:
 *     delivered: delivered                          # "outcome.delivered"
 * }</pre>
 *
 * <p>The texts are written like those of actions ({@link TemplateSource}). The base file fixes which there are and which values
 * each names; other languages may lack some.
 */
public interface Replies {
    /**
     * A text in the wished language, else one of the same base language, else the configured default, else en-US: at most
     * 2,000 characters, cut if need be. What is interpolated is shown as it is, never as Markdown, and mentions nobody; a
     * user, role or channel ({@link net.dv8tion.jda.api.entities.IMentionable}) is shown as a mention.
     *
     * @param key {@code <command>.<name>} or {@code <group>.<name>}
     * @param values what the text names: {@link String}, {@link Long}, {@link Integer}, {@link Boolean}, {@link
     *     java.time.Instant}, {@code List<String>} or IMentionable. One that is not here counts as missing, one that no text
     *     names is of no matter.
     * @throws IllegalArgumentException if the base file has no such text, or a value is of another type than the text needs
     */
    String say(DiscordLocale language, String key, Map<String, ?> values);

    /** The same for a text without values. */
    default String say(DiscordLocale language, String key) {
        return say(language, key, Map.of());
    }
}
