package app.moddy.bot.message;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * What of a plugin has texts, and where they are.
 *
 * @param commands empty when they are not known: then nothing that a file says of commands' names is looked at
 */
record PluginTexts(
        String plugin,
        List<UserAction<?>> actions,
        Optional<Collection<? extends CommandData>> commands,
        TemplateSource source) {

    /** @throws IllegalArgumentException if an action is there twice */
    PluginTexts {
        Set<String> names = new LinkedHashSet<>();
        for (UserAction<?> action : actions) {
            if (!names.add(action.name())) {
                throw new IllegalArgumentException("action '%s' is declared twice".formatted(action.name()));
            }
        }
    }

    /** Empty when they are not known. */
    Optional<Set<String>> commandNames() {
        return commands.map(
                all -> all.stream().map(CommandData::getName).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    Set<String> actionNames() {
        Set<String> names = new LinkedHashSet<>();
        actions.forEach(action -> names.add(action.name()));
        return names;
    }
}
