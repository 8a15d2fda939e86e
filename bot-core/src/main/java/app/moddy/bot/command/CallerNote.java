package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What a plugin has to tell whoever uses a command of the bot, below the reply and for that caller alone. Thread-safe. */
public interface CallerNote {
    /**
     * One line, or none. Who is late or fails is left out, so that no reply waits for it.
     *
     * @param language of the caller's Discord
     */
    CompletionStage<Optional<String>> noteFor(Snowflake caller, DiscordLocale language);
}
