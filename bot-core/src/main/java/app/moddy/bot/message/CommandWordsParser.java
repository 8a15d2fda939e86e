package app.moddy.bot.message;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** Reads the words of one command in another language, along what the command declares. */
final class CommandWordsParser {
    private final Map<String, String> words;

    private CommandWordsParser(Map<String, String> words) {
        this.words = words;
    }

    /** What can stand below the command, apart from its replies. */
    static Set<String> keys(CommandData command) {
        Set<String> keys = new LinkedHashSet<>(List.of("name"));
        if (isSlash(command) && command instanceof SlashCommandData slash) {
            keys.add("description");
            addIf(!slash.getOptions().isEmpty(), "options", keys);
            addIf(!slash.getSubcommands().isEmpty(), "subcommands", keys);
            addIf(!slash.getSubcommandGroups().isEmpty(), "groups", keys);
        }
        return keys;
    }

    /** JDA has one class for commands of every kind. */
    static boolean isSlash(CommandData command) {
        return command.getType() == Command.Type.SLASH;
    }

    private static void addIf(boolean there, String key, Set<String> keys) {
        if (there) {
            keys.add(key);
        }
    }

    /** Adds each word by its place, from the command's name on. */
    static void parse(YamlSection section, CommandData command, Map<String, String> words) {
        CommandWordsParser parser = new CommandWordsParser(words);
        if (isSlash(command) && command instanceof SlashCommandData slash) {
            parser.named(section, slash.getName());
            parser.options(section, slash.getName(), slash.getOptions());
            parser.subcommands(section, slash.getName(), slash.getSubcommands());
            parser.groups(section, slash);
        } else {
            parser.word(section, "name", command.getName(), CommandWord.MENU_NAME);
        }
    }

    private void named(YamlSection section, String place) {
        word(section, "name", place, CommandWord.NAME);
        word(section, "description", place, CommandWord.DESCRIPTION);
    }

    private void word(YamlSection section, String key, String place, CommandWord kind) {
        section.optionalText(key).filter(kind::isSound).ifPresent(text -> words.put(place + "." + key, text.text()));
    }

    private void options(YamlSection section, String place, List<OptionData> options) {
        section.section("options").ifPresent(all -> {
            all.allowOnly(names(options.stream().map(OptionData::getName).toList()));
            for (OptionData option : options) {
                all.section(option.getName()).ifPresent(one -> option(one, place + ".options.", option));
            }
            unique(
                    all,
                    place + ".options.",
                    options.stream().map(OptionData::getName).toList());
        });
    }

    private void option(YamlSection section, String place, OptionData option) {
        String here = place + option.getName();
        section.allowOnly(
                option.getChoices().isEmpty()
                        ? Set.of("name", "description")
                        : Set.of("name", "description", "choices"));
        named(section, here);
        section.section("choices").ifPresent(choices -> {
            choices.allowOnly(names(option.getChoices().stream()
                    .map(Command.Choice::getAsString)
                    .toList()));
            choices.keys().forEach(value -> word(choices, value, here + ".choices", CommandWord.CHOICE));
        });
    }

    private void groups(YamlSection section, SlashCommandData command) {
        section.section("groups").ifPresent(all -> {
            List<String> known = command.getSubcommandGroups().stream()
                    .map(SubcommandGroupData::getName)
                    .toList();
            all.allowOnly(names(known));
            String place = command.getName() + ".groups.";
            for (SubcommandGroupData group : command.getSubcommandGroups()) {
                all.section(group.getName()).ifPresent(one -> {
                    one.allowOnly(Set.of("name", "description", "subcommands"));
                    named(one, place + group.getName());
                    subcommands(one, place + group.getName(), group.getSubcommands());
                });
            }
            unique(all, place, known);
        });
    }

    private void subcommands(YamlSection section, String place, List<SubcommandData> subcommands) {
        section.section("subcommands").ifPresent(all -> {
            List<String> known =
                    subcommands.stream().map(SubcommandData::getName).toList();
            all.allowOnly(names(known));
            for (SubcommandData subcommand : subcommands) {
                all.section(subcommand.getName()).ifPresent(one -> {
                    String here = place + ".subcommands." + subcommand.getName();
                    one.allowOnly(
                            subcommand.getOptions().isEmpty()
                                    ? Set.of("name", "description")
                                    : Set.of("name", "description", "options"));
                    named(one, here);
                    options(one, here, subcommand.getOptions());
                });
            }
            unique(all, place + ".subcommands.", known);
        });
    }

    /** Discord refuses a command of which two parts are called the same in one language. */
    private void unique(YamlSection section, String place, List<String> names) {
        Set<String> taken = new LinkedHashSet<>();
        for (String name : names) {
            String shown = words.getOrDefault(place + name + ".name", name);
            if (!taken.add(shown)) {
                section.fault(name, "is called '%s', as another one beside it; give it another name".formatted(shown));
            }
        }
    }

    private static Set<String> names(List<String> names) {
        return new LinkedHashSet<>(names);
    }
}
