package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.discord.Snowflake;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** A plugin's note, asked on the plugin's own threads. */
record OwnNote(CallerNote note, Executor threads) implements CallerNote {
    @Override
    public CompletionStage<Optional<String>> noteFor(Snowflake caller, DiscordLocale language) {
        return CompletableFuture.supplyAsync(() -> note.noteFor(caller, language), threads)
                .thenCompose(Function.identity());
    }

    /** For the log. */
    @Override
    public String toString() {
        return note.getClass().getName();
    }
}
