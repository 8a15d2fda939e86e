package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** One use of a command: who, where from, and with which options. Immutable. */
public final class CommandCall {
    private final SlashCommandInteractionEvent event;

    CommandCall(SlashCommandInteractionEvent event) {
        this.event = event;
    }

    /** Who runs the command. */
    public Snowflake caller() {
        return new Snowflake(event.getUser().getIdLong());
    }

    /** The language of the caller's Discord. */
    public DiscordLocale callerLanguage() {
        return event.getUserLocale();
    }

    /** The text of an option, when it was given. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(event.getOption(option)).map(OptionMapping::getAsString);
    }

    /** The user of an option, when it was given. */
    public Optional<User> user(String option) {
        return Optional.ofNullable(event.getOption(option)).map(OptionMapping::getAsUser);
    }
}
