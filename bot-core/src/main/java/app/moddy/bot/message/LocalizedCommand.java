package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** Puts the words of all languages onto a command. */
final class LocalizedCommand {
    private final Map<DiscordLocale, Map<String, String>> words;

    LocalizedCommand(Map<DiscordLocale, Map<String, String>> words) {
        this.words = words;
    }

    CommandData ofMenu(CommandData command) {
        CommandData copy = CommandData.fromData(command.toData());
        each(copy.getName() + ".name", copy::setNameLocalization);
        return copy;
    }

    SlashCommandData of(SlashCommandData command) {
        SlashCommandData copy = SlashCommandData.fromData(command.toData());
        String place = copy.getName();
        each(place + ".name", copy::setNameLocalization);
        each(place + ".description", copy::setDescriptionLocalization);
        options(place, copy.getOptions());
        subcommands(place, copy.getSubcommands());
        for (SubcommandGroupData group : copy.getSubcommandGroups()) {
            String here = place + ".groups." + group.getName();
            each(here + ".name", group::setNameLocalization);
            each(here + ".description", group::setDescriptionLocalization);
            subcommands(here, group.getSubcommands());
        }
        return copy;
    }

    private void subcommands(String place, List<SubcommandData> subcommands) {
        for (SubcommandData subcommand : subcommands) {
            String here = place + ".subcommands." + subcommand.getName();
            each(here + ".name", subcommand::setNameLocalization);
            each(here + ".description", subcommand::setDescriptionLocalization);
            options(here, subcommand.getOptions());
        }
    }

    private void options(String place, List<OptionData> options) {
        for (OptionData option : options) {
            String here = place + ".options." + option.getName();
            each(here + ".name", option::setNameLocalization);
            each(here + ".description", option::setDescriptionLocalization);
            for (Command.Choice choice : option.getChoices()) {
                each(here + ".choices." + choice.getAsString(), choice::setNameLocalization);
            }
        }
    }

    private void each(String place, BiConsumer<DiscordLocale, String> use) {
        words.forEach((language, own) -> {
            String word = own.get(place);
            if (word != null) {
                use.accept(language, word);
            }
        });
    }
}
