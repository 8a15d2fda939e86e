package app.moddy.bot.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A COMMIT without an answer: the request was lost, or only the answer. Finds out which, as long as callers can wait. */
final class LostCommit {
    private static final Logger log = LoggerFactory.getLogger(LostCommit.class);

    /** Since COMMIT was sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Engine.Transaction transaction;
    private final StoreUnavailableException lost;
    private final long asked;

    /**
     * One that has failed.
     *
     * @param lost why
     * @param asked when COMMIT was sent, by {@link System#nanoTime}
     */
    LostCommit(Engine.Transaction transaction, StoreUnavailableException lost, long asked) {
        this.transaction = transaction;
        this.lost = lost;
        this.asked = asked;
    }

    /**
     * Whether it was made after all. Blocks for seconds.
     *
     * @param away is told when the answer does not come at once
     * @throws StoreUncertainException when nobody could be asked in time
     */
    boolean isMade(Consumer<StoreUnavailableException> away) {
        if (SqlErrors.trouble(lost) == Trouble.NO_ANSWER && lasts().compareTo(Absence.SLOW) > 0) {
            away.accept(lost);
        }
        while (true) {
            try {
                return transaction.isCommittedAfterAll();
            } catch (StoreUncertainException e) {
                throw unknown(e);
            } catch (StoreUnavailableException e) {
                away.accept(e);
                if (lasts().plus(PAUSE).compareTo(PATIENCE) > 0) {
                    throw unknown(e);
                }
                pause();
            }
        }
    }

    private Duration lasts() {
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private StoreUncertainException unknown(StoreUnavailableException unanswered) {
        log.warn(
                "Whether the last transaction was committed is not known: the connection was lost meanwhile",
                unanswered);
        return new StoreUncertainException(
                lost.getMessage() + ", and may have done it: it was lost at the commit", lost.getCause());
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(lost);
        }
    }
}
