package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;

/** In which language to answer: what the caller chose, else that of their Discord. Thread-safe. */
final class CallerLanguage {
    /** Discord waits 3 s for an answer; a store in trouble must not take them. */
    private static final long PATIENCE_MILLIS = 500;

    private final UserLanguages languages;

    CallerLanguage(UserLanguages languages) {
        this.languages = languages;
    }

    /** Never fails. */
    CompletionStage<DiscordLocale> of(Interaction interaction) {
        return languages
                .of(new Snowflake(interaction.getUser().getIdLong()))
                .thenApply(known -> known)
                .toCompletableFuture()
                .completeOnTimeout(UserLanguage.NOT_KNOWN, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(known -> known.toAnswer(interaction.getUserLocale()));
    }
}
