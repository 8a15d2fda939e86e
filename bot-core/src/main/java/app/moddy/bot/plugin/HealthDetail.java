package app.moddy.bot.plugin;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What a plugin has to say of how it is, beyond running or not: shown under the plugin in {@code GET /internal/health}, and
 * to staff in {@code /health}. It makes nobody unhealthy. Thread-safe.
 */
public interface HealthDetail {
    /** Its key under the plugin: {@code a-z}, {@code 0-9} and {@code _}, beginning with a letter, at most 50 characters. */
    String name();

    /**
     * The values by their keys: {@link String}, {@link Long}, {@link Integer}, {@link Double}, {@link Boolean} and {@link
     * java.time.Instant}; never a secret, never what concerns one user. Asked whenever somebody looks, so it is quick and
     * does not block. Who fails, or takes over a second, is shown as failing.
     */
    CompletionStage<Map<String, Object>> detail();

    /**
     * The same for staff: a line or a few, at most 500 characters (Discord Markdown). By default the keys and their values.
     *
     * @param values what {@link #detail} gave
     */
    default String inWords(Map<String, Object> values, DiscordLocale language) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": " + PluginDetail.word(value.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
