package app.moddy.bot.discord;

import app.moddy.bot.discord.CallsUnderWay.Ended;
import app.moddy.bot.discord.DiscordCalls.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Calls that go out at once or not at all, and may be repeated at will: what nobody answered is {@link RoleOutcome#NOT_NOW}.
 * They share the pace with messages. Thread-safe.
 */
final class CallsAtOnce {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Desk desk;
    private final CallsUnderWay underWay;

    CallsAtOnce(Desk desk, CallsUnderWay underWay) {
        this.desk = desk;
        this.underWay = underWay;
    }

    /**
     * Makes a call.
     *
     * @param limit how long it may take
     * @param failed what comes of it when there is no value
     */
    <T> CompletionStage<T> run(
            WireKey key, Duration limit, Function<Attempt, CompletableFuture<T>> call, Function<RoleResult, T> failed) {
        Duration reset = underWay.untilReset(key);
        if (reset.compareTo(limit) > 0) { // it would wait in JDA, and be given up there
            return CompletableFuture.completedStage(failed.apply(RoleResult.notNow("rate limited", reset)));
        }
        Optional<Admission.Ticket> ticket = desk.admission().enterAtOnce();
        if (ticket.isEmpty()) {
            String why = desk.calls().ready() ? "held up" : "not connected to Discord";
            Duration wait = desk.admission().timeFor(1, Reach.KNOWN);
            return CompletableFuture.completedStage(failed.apply(RoleResult.notNow(why, wait)));
        }
        Errand errand = new Errand(desk.clock(), limit, () -> true, desk.traffic(), Pace.cost(Reach.KNOWN));
        return underWay.run(key, errand, call)
                .thenApply(ended -> value(ended, failed))
                .whenComplete((result, bug) -> desk.admission().end(ticket.get(), errand.unused(), true));
    }

    private static <T> T value(Ended<T> ended, Function<RoleResult, T> failed) {
        T value = ended.value();
        return value == null ? failed.apply(withoutValue(ended.answer())) : value;
    }

    private static RoleResult withoutValue(Answer answer) {
        return switch (answer.verdict().kind()) {
            case NOT_NOW -> RoleResult.notNow(answer.code(), answer.verdict().retryAfter());
            case DONE, UNKNOWN -> RoleResult.notNow(answer.code(), SOON);
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE -> RoleResult.of(RoleOutcome.REFUSED, answer.code());
        };
    }
}
