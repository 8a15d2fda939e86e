package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What a plugin has to tell whoever uses a command of the bot, below the reply and for that caller alone. Thread-safe. */
public interface CallerNote {
    /**
     * One line of at most 300 characters (Discord Markdown), or none. Who fails, or takes over 300 ms, is left out and
     * logged: no reply waits for it. Asked once a reply is ready, and not for refusals, failures and replies {@link
     * Reply#withoutNotes without notes}.
     *
     * @param language in which the caller is answered
     */
    CompletionStage<Optional<String>> noteFor(Snowflake caller, DiscordLocale language);
}
