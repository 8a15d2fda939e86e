package app.moddy.dist.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Asks the bot how it is, and what became of notifications, until it is as it should be. */
final class Inspection {
    /** After a long time away the gateway comes back within a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final int MOST = 10_000;
    private static final Duration EVERY = Duration.ofMillis(50);

    private final BotProcess bot;

    Inspection(BotProcess bot) {
        this.bot = bot;
    }

    /** The text of its health, once this is in it. */
    String awaitHealth(String text) throws IOException, InterruptedException {
        return await("/internal/health", text);
    }

    /** Whether this is in the text of its health now. */
    boolean isHealth(String text) throws IOException, InterruptedException {
        return answer("/internal/health").contains(text);
    }

    /** Returns once all these are delivered as far as it knows; of very many it is asked about some, all over. */
    void awaitDelivered(List<Ledger.Promise> promises) throws IOException, InterruptedException {
        int step = 1 + promises.size() / MOST;
        for (int i = 0; i < promises.size(); i += step) {
            String id = promises.get(i).id();
            var unused = await("/internal/notifications/" + id, "\"outcome\":\"delivered\"");
        }
    }

    private String await(String path, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        String answer = answer(path);
        while (!answer.contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " does not say '" + text + "' but " + answer);
            }
            LockSupport.parkNanos(EVERY.toNanos());
            answer = answer(path);
        }
        return answer;
    }

    private String answer(String path) throws IOException, InterruptedException {
        return bot.send(bot.request(path)).body();
    }
}
