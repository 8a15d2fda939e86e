package app.moddy.bot.message;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which keys of the operator's files are for a plugin, or for any of several.
 *
 * @param actions the actions' names, at the top of a file
 * @param below what can stand below each of {@link #SECTIONS}
 */
record KnownKeys(Set<String> actions, Map<String, Set<String>> below) {
    static final List<String> SECTIONS = List.of(Labels.KEY, CommandTextsParser.COMMANDS, CommandTextsParser.REPLIES);

    /** @param base the plugin's base file */
    static KnownKeys of(PluginTexts plugin, YamlSection base) {
        Map<String, Set<String>> below = new HashMap<>();
        for (String section : SECTIONS) {
            below.put(section, base.section(section).map(YamlSection::keys).orElse(Set.of()));
        }
        plugin.commandNames().ifPresent(names -> below.put(CommandTextsParser.COMMANDS, names));
        return new KnownKeys(plugin.actionNames(), below);
    }

    static KnownKeys all(List<PluginWording> plugins) {
        Set<String> actions = new LinkedHashSet<>();
        Map<String, Set<String>> below = new LinkedHashMap<>();
        for (PluginWording plugin : plugins) {
            actions.addAll(plugin.known().actions());
            plugin.known()
                    .below()
                    .forEach((section, keys) -> below.computeIfAbsent(section, any -> new LinkedHashSet<>())
                            .addAll(keys));
        }
        return new KnownKeys(actions, below);
    }

    /** The part of a file that is for this plugin. */
    YamlSection partOf(YamlSection file) {
        Set<String> top = new LinkedHashSet<>(actions);
        top.addAll(SECTIONS);
        YamlSection part = file.only(top);
        for (String section : SECTIONS) {
            part = part.narrowed(section, below.getOrDefault(section, Set.of()));
        }
        return part;
    }

    /** Records a fault for each key that is for nobody. */
    void refuseOthers(YamlSection file) {
        Set<String> top = new LinkedHashSet<>(actions);
        top.addAll(SECTIONS);
        file.allowOnly(top);
        for (String section : SECTIONS) {
            file.section(section).ifPresent(found -> found.allowOnly(below.getOrDefault(section, Set.of())));
        }
    }
}
