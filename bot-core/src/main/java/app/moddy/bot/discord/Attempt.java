package app.moddy.bot.discord;

import app.moddy.bot.discord.DiscordCalls.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call on its way: several tries may reach Discord (JDA and OkHttp repeat some failures by themselves,
 * with the same body and nonce), and only the sum of them says whether it may have arrived. Thread-safe.
 */
final class Attempt {
    private static final Verdict UNTOLD = Verdict.notNow(Duration.ofSeconds(5));

    /** For how long a call may wait in JDA for a rate limit of its own. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Errand errand;
    private final Runnable onGivenUp;
    private boolean onWire;
    private boolean doubtful;
    private boolean taken;
    private boolean abandoned;
    private String reason = "";
    private Verdict notNow = UNTOLD;
    private @Nullable Verdict last;

    /** One that has not gone out yet; {@code onGivenUp} runs when a rate limit makes waiting pointless. */
    Attempt(Errand errand, Runnable onGivenUp) {
        this.errand = errand;
        this.onGivenUp = onGivenUp;
    }

    /** A try is about to be written to a connection; false: it must not be. */
    synchronized boolean goesOut() {
        onWire = isOpen();
        if (onWire) {
            errand.goesOut();
        }
        return onWire;
    }

    /** Whether tries may still be made. */
    synchronized boolean isOpen() {
        return !abandoned && errand.mayGoOut();
    }

    /** Discord has answered the try. */
    synchronized void answered(Verdict verdict, String description) {
        onWire = false;
        reason = description;
        last = verdict;
        switch (verdict.kind()) {
            case DONE -> taken = true;
            case UNKNOWN -> doubtful = true;
            case NOT_NOW -> notNow = verdict;
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE -> {} // JDA completes the call with it
        }
    }

    /** The connection broke after the try went out. */
    synchronized void broke(String description) {
        onWire = false;
        doubtful = true;
        reason = description;
    }

    /** What the last answer on the wire meant; this when none was seen. */
    synchronized Verdict lastOr(Verdict other) {
        return last == null ? other : last;
    }

    /** Whether Discord has taken it: then it does not matter what became of its answer. */
    synchronized boolean isTaken() {
        return taken;
    }

    /** Discord has limited what this call needs, too: unless it is out now, or it is short, nothing of it is sent any more. */
    void limited(String description, Duration pause, boolean evenShort) {
        synchronized (this) {
            if (onWire || taken || abandoned || (!evenShort && pause.compareTo(SHORT) <= 0)) {
                return;
            }
            abandoned = true;
            reason = description;
            notNow = Verdict.notNow(pause);
        }
        onGivenUp.run();
    }

    /** Discord has refused it for good; which says nothing of an earlier try that may have arrived. */
    synchronized Answer refuse(Verdict verdict, String code) {
        return doubtful ? abandon(code) : new Answer(verdict, code);
    }

    /** Nothing of it is sent from now on; the result is what is known by then. */
    synchronized Answer abandon(String why) {
        abandoned = true;
        if (taken) { // the answer's head said so, and its body broke off
            return Answer.DONE;
        }
        if (doubtful || onWire) {
            return new Answer(Verdict.of(Verdict.Kind.UNKNOWN), onWire ? why : reason);
        }
        return new Answer(notNow, reason.isEmpty() ? why : reason);
    }
}
