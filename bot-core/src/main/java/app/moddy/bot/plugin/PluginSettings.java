package app.moddy.bot.plugin;

import app.moddy.bot.config.ConfigSection;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import java.util.Set;

/**
 * Which plugins must and must not run, and what each is told.
 *
 * @param required without one of these the program ends
 * @param disabled these are not loaded
 * @param sections every other key of {@code plugins}: a plugin's own section by its name, opaque here
 */
public record PluginSettings(
        Set<String> required,
        Set<String> disabled,
        @JsonAnySetter Map<String, ConfigSection> sections) {
    public PluginSettings {
        required = Set.copyOf(required);
        disabled = Set.copyOf(disabled);
        sections = Map.copyOf(sections);
        for (String name : required) {
            if (disabled.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is required and disabled; choose one");
            }
        }
    }
}
