package app.moddy.bot.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * Reads what a file says of commands: replies, below their command or, if they are of none alone, below {@link #REPLIES}; and
 * in other languages than English the command's own words.
 */
final class CommandTextsParser {
    static final String COMMANDS = "_commands";
    static final String REPLIES = "_replies";
    private static final String OWN_REPLIES = "replies";

    private final Map<String, SourceText> replies = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, CommandData> commands;
    private final boolean areKnown;
    private final boolean isBase;

    private CommandTextsParser(PluginTexts plugin, boolean isBase) {
        this.commands = byName(plugin.commands());
        this.areKnown = plugin.commands().isPresent();
        this.isBase = isBase;
    }

    /** The base file fixes which replies there are; English words are what the command itself says. */
    static CommandTexts base(YamlSection file, PluginTexts plugin) {
        return new CommandTextsParser(plugin, true).parse(file);
    }

    /** @param known the keys of the base file's replies */
    static CommandTexts translation(YamlSection file, PluginTexts plugin, Set<String> known) {
        return refuseNew(new CommandTextsParser(plugin, false).parse(file), known);
    }

    /** The operator's, in English. */
    static CommandTexts overBase(YamlSection file, PluginTexts plugin, Set<String> known) {
        return refuseNew(new CommandTextsParser(plugin, true).parse(file), known);
    }

    private static CommandTexts refuseNew(CommandTexts texts, Set<String> known) {
        texts.replies().forEach((key, text) -> {
            if (!known.contains(key)) {
                text.fault(NearestName.unknown("reply", key, known));
            }
        });
        return texts;
    }

    private static Map<String, CommandData> byName(Optional<Collection<? extends CommandData>> known) {
        Map<String, CommandData> byName = new LinkedHashMap<>();
        known.ifPresent(all -> all.forEach(command -> byName.put(command.getName(), command)));
        return byName;
    }

    private CommandTexts parse(YamlSection file) {
        file.section(COMMANDS).ifPresent(this::commands);
        file.section(REPLIES).ifPresent(groups -> {
            for (String group : groups.keys()) {
                if (commands.containsKey(group)) {
                    groups.fault(
                            group,
                            "is a command; its replies stand under %s.%s.%s".formatted(COMMANDS, group, OWN_REPLIES));
                }
                groups.section(group).ifPresent(texts -> replies(group, texts));
            }
        });
        return new CommandTexts(replies, words);
    }

    private void commands(YamlSection section) {
        if (areKnown) {
            section.allowOnly(commands.keySet());
        }
        for (String name : section.keys()) {
            section.section(name).ifPresent(command -> command(name, command));
        }
    }

    private void command(String name, YamlSection section) {
        section.section(OWN_REPLIES).ifPresent(texts -> replies(name, texts));
        CommandData command = commands.get(name);
        if (command == null) {
            return;
        }
        Set<String> allowed = new LinkedHashSet<>(Set.of(OWN_REPLIES));
        Set<String> own = CommandWordsParser.keys(command);
        if (isBase) {
            own.stream()
                    .filter(section.keys()::contains)
                    .forEach(key -> section.fault(
                            key,
                            "belongs in other languages' files only: in English it is what the command itself says"));
        } else {
            CommandWordsParser.parse(section, command, words);
        }
        allowed.addAll(own);
        section.allowOnly(allowed);
    }

    private void replies(String group, YamlSection section) {
        for (String name : section.keys()) {
            replies.put(group + "." + name, section.text(name));
        }
    }
}
