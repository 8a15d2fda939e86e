package app.moddy.notifications;

import app.moddy.bot.command.Page;
import app.moddy.bot.command.Reply;
import app.moddy.bot.discord.Snowflake;
import app.moddy.notifications.delivery.History;
import app.moddy.notifications.delivery.History.Count;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;

/** A user's notifications, the newest first, ten a page. */
final class HistoryPages {
    private static final int A_PAGE = 10;

    private final History history;

    @Inject
    HistoryPages(History history) {
        this.history = history;
    }

    CompletionStage<Reply> of(Snowflake user, Phrases phrases) {
        return history.count(user).thenCompose(count -> {
            if (count.all() == 0) {
                return CompletableFuture.completedStage(
                        Reply.text(phrases.say("history.none", Map.of("user", Phrases.user(user)))));
            }
            return page(user, phrases, 0).thenApply(first -> Reply.pages(first, index -> page(user, phrases, index)));
        });
    }

    private CompletionStage<Page> page(Snowflake user, Phrases phrases, int index) {
        return history.count(user).thenCombine(history.of(user, index * A_PAGE, A_PAGE + 1), (count, lives) -> {
            String lines = lives.stream().limit(A_PAGE).map(phrases::line).collect(Collectors.joining("\n"));
            String text = head(user, phrases, count) + "\n\n" + lines;
            return Page.embed("", new EmbedBuilder().setDescription(text).build(), lives.size() > A_PAGE);
        });
    }

    private static String head(Snowflake user, Phrases phrases, Count count) {
        return phrases.say(
                "history.head", Map.of("user", Phrases.user(user), "all", count.all(), "pending", count.pending()));
    }
}
