package app.moddy.bot.message;

import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** The words of commands in other languages than English, for registering them. Core only. Thread-safe. */
public interface CommandWords {
    /**
     * A copy of a command with names and descriptions of it, its options, choices and subcommands in every language whose
     * file has them. The command itself stays as it is.
     */
    SlashCommandData localized(SlashCommandData command);

    /** The same for any command; of one in a context menu the name. */
    CommandData localized(CommandData command);
}
