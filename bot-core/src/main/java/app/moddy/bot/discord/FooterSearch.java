package app.moddy.bot.discord;

import app.moddy.bot.discord.DiscordCalls.Answer;
import app.moddy.bot.discord.DiscordCalls.Footers;
import app.moddy.bot.discord.DiscordCalls.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Looks for one of our messages in a user's DMs, by what its footer says. */
final class FooterSearch {
    /** By how much our clock may be ahead of Discord's. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(10);

    private final Passage passage;
    private final Snowflake user;
    private final Pattern ref;
    private final Instant since;

    FooterSearch(Passage passage, Snowflake user, String ref, Instant since) {
        this.passage = passage;
        this.user = user;
        this.ref = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(ref) + "(?![\\p{L}\\p{N}])");
        this.since = since.minus(CLOCKS_DIFFER_BY);
    }

    CompletionStage<Search> search() {
        return passage.channelOf(user).thenCompose(this::lookInto);
    }

    private CompletionStage<Search> lookInto(Opened opened) {
        if (!opened.answer().isDone()) {
            return CompletableFuture.completedStage(unknown(opened.answer()));
        }
        return passage.calls()
                .footers(opened.channel(), since, passage.errand())
                .thenApply(this::found);
    }

    private Search found(Footers footers) {
        Answer answer = footers.answer();
        if (!answer.isDone()) {
            passage.learn(user, answer);
            return unknown(answer);
        }
        boolean isThere =
                footers.texts().stream().anyMatch(text -> ref.matcher(text).find());
        return new Search(isThere ? Search.Outcome.FOUND : Search.Outcome.NOT_FOUND, "", Duration.ZERO);
    }

    private Search unknown(Answer answer) {
        return switch (answer.verdict().kind()) {
            case NOT_NOW, UNKNOWN -> new Search(Search.Outcome.NOT_NOW, answer.code(), passage.retryAfter(answer));
            case DONE, USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE ->
                new Search(Search.Outcome.NEVER, answer.code(), Duration.ZERO);
        };
    }
}
