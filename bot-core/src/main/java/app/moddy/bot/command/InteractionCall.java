package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;

/** What a user does with the bot: who, where, and in which language to answer. Immutable. */
public abstract sealed class InteractionCall permits CommandCall, CompletionCall, UserMenuCall {
    private final Interaction interaction;
    private final String command;
    private final DiscordLocale language;

    InteractionCall(Interaction interaction, String command, DiscordLocale language) {
        this.interaction = interaction;
        this.command = command;
        this.language = language;
    }

    /** Who does it. */
    public Snowflake caller() {
        return new Snowflake(interaction.getUser().getIdLong());
    }

    /** The language in which to answer: what the caller chose with {@code /language}, else that of their Discord. */
    public DiscordLocale language() {
        return language;
    }

    /** Where it happens; empty in direct messages. */
    public Optional<Guild> guild() {
        return Optional.ofNullable(interaction.getGuild());
    }

    /** The caller as a member of the {@link #guild}; empty in direct messages. */
    public Optional<Member> member() {
        return Optional.ofNullable(interaction.getMember());
    }

    /** The channel where it happens, that of direct messages too. */
    public Snowflake channelId() {
        return new Snowflake(interaction.getChannelIdLong());
    }

    /** The command as users see it: {@code /roles add}, or a user menu's name. */
    public String command() {
        return command;
    }
}
