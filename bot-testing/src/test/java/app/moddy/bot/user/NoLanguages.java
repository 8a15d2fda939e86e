package app.moddy.bot.user;

import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Nothing is known of anybody. */
public record NoLanguages() implements UserLanguages {
    @Override
    public CompletionStage<UserLanguage> of(Snowflake user) {
        return CompletableFuture.completedStage(UserLanguage.NOT_KNOWN);
    }

    @Override
    public CompletionStage<Void> choose(Snowflake user, Optional<DiscordLocale> language) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> forget(Snowflake user) {
        return CompletableFuture.completedStage(null);
    }
}
