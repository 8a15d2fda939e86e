package app.moddy.bot.plugin;

import app.moddy.bot.config.ConfigSection;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which plugins there are, which must and must not run, and what each is told.
 *
 * @param folder where the jars of plugins are, relative to the folder that the bot is started in; {@code plugins}; it need
 *     not exist; empty: no jars
 * @param required without one of these the program ends
 * @param disabled these are not loaded
 * @param sections every other key of {@code plugins}: a plugin's own section under its name, opaque here
 */
public record PluginSettings(String folder, Set<String> required, Set<String> disabled, ConfigSection sections) {
    /** Fills in the default. */
    public PluginSettings(
            @Nullable String folder,
            Set<String> required,
            Set<String> disabled,
            @JsonAnySetter ConfigSection sections) {
        this.folder = folder == null ? "plugins" : folder;
        this.required = Set.copyOf(required);
        this.disabled = Set.copyOf(disabled);
        this.sections = sections;
        for (String name : required) {
            if (disabled.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is required and disabled; choose one");
            }
        }
    }
}
