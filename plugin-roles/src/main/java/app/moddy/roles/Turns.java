package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets the works for one user run one after the other, as they came: the last wish is what remains. Thread-safe. */
final class Turns {
    private final Map<Snowflake, CompletableFuture<Boolean>> last = new ConcurrentHashMap<>();

    <T> CompletionStage<T> take(Snowflake user, Supplier<CompletionStage<T>> work) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> before = last.put(user, mine);
        CompletionStage<Boolean> turn = before == null ? CompletableFuture.completedStage(true) : before;
        return turn.thenCompose(free -> work.get()).whenComplete((result, failure) -> {
            last.remove(user, mine);
            mine.complete(true);
        });
    }
}
