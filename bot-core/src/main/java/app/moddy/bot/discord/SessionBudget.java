package app.moddy.bot.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How many sessions at the gateway may begin: Discord takes 1,000 a day from a bot, and resets its token then. Thread-safe. */
@FunctionalInterface
interface SessionBudget {
    /** Of who never takes many. */
    SessionBudget ENDLESS = () -> CompletableFuture.completedStage(Duration.ZERO);

    /**
     * Takes one.
     *
     * @return zero, or how long there will be none; fails when nobody knows
     */
    CompletionStage<Duration> take();
}
