package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * The templates of all plugins: from an action and its metadata to the embed. Thread-safe; a call takes microseconds and never
 * blocks.
 */
public interface MessageTemplates {
    /** The names of all registered actions, sorted. */
    List<String> actions();

    /**
     * The examples of an action in its plugin's order; at least one.
     *
     * @throws IllegalArgumentException if there is no such action
     */
    List<Sample> samples(String action);

    /** The languages with at least one template, sorted by tag. */
    List<DiscordLocale> languages();

    /**
     * What keeps files of the operator's folder from being used: in place of such a file its last good version is, or else
     * what the plugins say. Empty if all are used.
     */
    List<TemplateFault> faults();

    /**
     * Reads a caller's metadata: what is missing, unreadable or not declared by the action is left out, never refused.
     * {@code metadata.locale} (a Discord locale) becomes the wish for a language.
     *
     * @param metadata JSON as {@link String}, {@link Boolean}, {@link Number}, {@link List}, {@link Map} and null
     * @throws IllegalArgumentException if there is no such action; the message lists the known ones
     */
    Notice notice(String action, @Nullable String plan, Map<String, ?> metadata);

    /**
     * The same for a plugin's own use. The record's values are cleaned and checked like a caller's.
     *
     * @throws IllegalArgumentException if the action is not registered
     */
    <M extends Record> Notice notice(UserAction<M> action, @Nullable String plan, M metadata);

    /**
     * The notice's metadata in the form that {@link #notice(String, String, Map)} reads, which gives the same record again:
     * {@link String}, {@link Boolean}, {@link Long} and lists of {@link String}. Without what is missing.
     *
     * @throws IllegalArgumentException if the notice's action is no longer registered
     */
    Map<String, Object> metadata(Notice notice);

    /**
     * Renders in the language wished for, else one of the same base language, else the configured default, else en-US. When
     * that fails, the embed says in core's own words that there is news about the user's account, and nothing of what it is;
     * the log has it once, and the caller is to be told the warnings.
     *
     * @param ref what the user quotes to staff, shown in the footer: 1 to 100 visible ASCII characters
     * @throws IllegalArgumentException if the notice's action is no longer registered, or the ref is not as described
     */
    RenderedNotice render(Notice notice, String ref);
}
