package app.moddy.benchmarks;

import app.moddy.benchmarks.load.Load;
import app.moddy.benchmarks.load.Shots;
import java.time.Duration;

/**
 * Discord answers no delivery for a while.
 *
 * @param before how many messages there were when it began
 * @param pending how many notifications were accepted in it
 */
record Outage(int before, int pending) {
    private static final int CLIENTS = 64;

    /** Begins it; returns once the bot knows, so that nobody waits for an outcome. */
    static Outage begin(Discord discord, Subject bot, int users) throws InterruptedException {
        int before = discord.messages();
        discord.goesDown();
        int pending = 0;
        Shots shots;
        do {
            shots = Load.of(CLIENTS, bot.port(), Subject.to(users), CLIENTS).expect(202);
            pending += shots.answered();
        } while (shots.millis(100) > 1_000);
        return new Outage(before, pending);
    }

    /** The same once so many are pending. */
    Outage goOn(Subject bot, int users, int upTo) {
        int more = upTo - pending;
        Load.of(more, bot.port(), Subject.to(users), CLIENTS).expect(202);
        return new Outage(before, upTo);
    }

    /** Ends it; returns once all that is pending was delivered. */
    Drained end(Discord discord) throws InterruptedException {
        long end = System.nanoTime();
        discord.comesBack();
        discord.awaitMessages(before + 1, Duration.ofMinutes(2));
        long first = System.nanoTime();
        discord.awaitMessages(before + pending, Duration.ofMinutes(10));
        return new Drained((first - end) / 1e9, (pending - 1) / ((discord.lastMessageAt() - first) / 1e9));
    }

    /**
     * What came afterwards.
     *
     * @param secondsToFirst after Discord had come back
     * @param perSecond messages, from then on
     */
    record Drained(double secondsToFirst, double perSecond) {}
}
