package app.moddy.bot.plugin;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link HealthDetail} of a plugin that runs, as of one moment. Immutable. */
public final class PluginDetail {
    private static final Logger log = LoggerFactory.getLogger(PluginDetail.class);
    static final String FAILS = "it fails; the log says why";
    static final String LATE = "no answer within a second";

    /** A probe waits for it, or somebody of staff. */
    static final long PATIENCE_MILLIS = 1_000;

    private static final int LONGEST_WORDS = 500;

    private final String plugin;
    private final HealthDetail source;
    private final Map<String, Object> values;
    private final String fault;
    private final Executor threads;

    private PluginDetail(
            String plugin, HealthDetail source, Map<String, Object> values, String fault, Executor threads) {
        this.threads = threads;
        this.plugin = plugin;
        this.source = source;
        this.values = values;
        this.fault = fault;
    }

    /**
     * @param threads the plugin's
     * @throws IllegalArgumentException when a value is of another type than a detail may have
     */
    static PluginDetail of(String plugin, HealthDetail source, Map<String, Object> values, Executor threads) {
        Map<String, Object> checked = new LinkedHashMap<>();
        values.forEach((key, value) -> checked.put(key, checked(key, value)));
        return new PluginDetail(plugin, source, Collections.unmodifiableMap(checked), "", threads);
    }

    private static Object checked(String key, Object value) {
        boolean isAllowed = Stream.of(
                        String.class, Long.class, Integer.class, Double.class, Boolean.class, Instant.class)
                .anyMatch(type -> type.isInstance(value));
        if (!isAllowed) {
            throw new IllegalArgumentException(key + " is no text, number, Boolean or Instant");
        }
        return value;
    }

    static PluginDetail failed(String plugin, HealthDetail source, String fault) {
        return new PluginDetail(plugin, source, Map.of(), fault, Runnable::run);
    }

    /** The plugin's name. */
    public String plugin() {
        return plugin;
    }

    /** The detail's name. */
    public String name() {
        return source.name();
    }

    /** The values by their keys, as {@link HealthDetail#detail} has them; empty when it failed. */
    public Map<String, Object> values() {
        return values;
    }

    /** Why there are no values; empty when there are. */
    public String fault() {
        return fault;
    }

    /** For staff (Discord Markdown), within a second; the fault when it failed. The stage does not fail. */
    public CompletionStage<String> inWords(DiscordLocale language) {
        if (!fault.isEmpty()) {
            return CompletableFuture.completedStage(name() + ": " + fault);
        }
        try {
            return CompletableFuture.supplyAsync(() -> words(language), threads)
                    .completeOnTimeout(name() + ": " + LATE, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedStage(name() + ": " + FAILS);
        }
    }

    private String words(DiscordLocale language) {
        try {
            String words = source.inWords(values, language);
            return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS - 1) + "…" : words;
        } catch (RuntimeException | Error bug) {
            log.error("The health detail {} of plugin {} has no words", name(), plugin, bug);
            return name() + ": " + FAILS;
        }
    }

    static String word(Object value) {
        return value instanceof Instant instant ? TimeFormat.RELATIVE.format(instant) : value.toString();
    }
}
