package app.moddy.notifications;

import app.moddy.bot.command.Page;
import app.moddy.bot.command.PageSource;
import app.moddy.bot.command.Reply;
import app.moddy.notifications.delivery.History;
import app.moddy.notifications.delivery.InboxState;
import app.moddy.notifications.delivery.Life;
import app.moddy.notifications.delivery.Outcome;
import app.moddy.notifications.delivery.PastAttempt;
import app.moddy.notifications.delivery.Standing;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import org.jspecify.annotations.Nullable;

/** One notification's whole life: how it stands, and its attempts, the latest first, ten a page. */
final class LifePages {
    private static final int A_PAGE = 10;

    private final History history;

    @Inject
    LifePages(History history) {
        this.history = history;
    }

    CompletionStage<Reply> of(long id, Phrases phrases) {
        return history.life(id)
                .thenCompose(life -> life.isEmpty()
                        ? CompletableFuture.completedStage(Reply.refusal(phrases.say("ref.unknown")))
                        : page(life.get(), phrases, 0).thenApply(first -> Reply.pages(first, at(id, phrases))));
    }

    private PageSource at(long id, Phrases phrases) {
        return index -> history.life(id).thenCompose(life -> page(life.orElseThrow(), phrases, index));
    }

    private CompletionStage<Page> page(Life life, Phrases phrases, int index) {
        return history.attempts(life.standing().id(), index * A_PAGE, A_PAGE + 1)
                .thenApply(attempts -> {
                    String text = overview(life, phrases) + "\n\n" + lines(attempts, phrases);
                    return Page.embed(
                            "", new EmbedBuilder().setDescription(text).build(), attempts.size() > A_PAGE);
                });
    }

    private static String lines(List<PastAttempt> attempts, Phrases phrases) {
        return attempts.isEmpty()
                ? phrases.say("notify-show.no_attempts")
                : attempts.stream()
                        .limit(A_PAGE)
                        .map(attempt -> line(attempt, phrases))
                        .collect(Collectors.joining("\n"));
    }

    private static String line(PastAttempt attempt, Phrases phrases) {
        Instant ended = attempt.endedAt();
        Map<String, Object> values = new HashMap<>();
        values.put("number", attempt.number());
        values.put("started", attempt.startedAt());
        values.put("result", phrases.say("result." + (ended == null ? "none" : attempt.result())));
        values.put("reason", Reasons.say(phrases, attempt.code()));
        if (ended != null) {
            values.put("took", phrases.span(Duration.between(attempt.startedAt(), ended)));
        }
        return phrases.say("notify-show.attempt", values);
    }

    private static String overview(Life life, Phrases phrases) {
        Standing standing = life.standing();
        Map<String, Object> values = new HashMap<>();
        values.put("ref", Long.toString(standing.id()));
        values.put("action", standing.action());
        values.put("outcome", phrases.outcome(standing.outcome()));
        values.put("reason", standing.outcome() == Outcome.DELIVERED ? "" : Reasons.say(phrases, standing.code()));
        values.put("test", life.test());
        life.user().ifPresent(user -> values.put("user", Phrases.user(user)));
        values.put("accepted", standing.acceptedAt());
        put(values, "finished", standing.finishedAt());
        put(values, "next", standing.nextAttemptAt());
        put(values, "retried", life.retriedAt());
        values.put("under_way", standing.outcome() == Outcome.PENDING && standing.nextAttemptAt() == null);
        values.put("attempts", standing.attempts());
        life.key().ifPresent(key -> values.put("key", key));
        values.put("in_inbox", life.inbox() == InboxState.WAITING);
        values.put("read", life.inbox() == InboxState.READ);
        values.put("erased", life.user().isEmpty());
        values.put("gone", !life.withContent() && standing.outcome() != Outcome.DELIVERED);
        return phrases.say("notify-show.overview", values);
    }

    private static void put(Map<String, Object> values, String name, @Nullable Instant time) {
        if (time != null) {
            values.put(name, time);
        }
    }
}
