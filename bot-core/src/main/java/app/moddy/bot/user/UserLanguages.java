package app.moddy.bot.user;

import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * The languages of users: what they chose with {@code /language}, and the language of their Discord when they last used the
 * bot, which core keeps by itself. Thread-safe.
 */
public interface UserLanguages {
    /** What is known of this user's. Never fails: what can not be read now counts as not known. */
    CompletionStage<UserLanguage> of(Snowflake user);

    /**
     * The user wishes to be addressed in this language from now on, whatever a backend says.
     *
     * @param language empty: as it was before they chose one
     * @return fails with {@link app.moddy.bot.store.StoreUnavailableException} when it can not be kept now
     */
    CompletionStage<Void> choose(Snowflake user, Optional<DiscordLocale> language);

    /** Forgets what is known of this user: they wish to be erased. Fails when it can not be done now. */
    CompletionStage<Void> forget(Snowflake user);
}
