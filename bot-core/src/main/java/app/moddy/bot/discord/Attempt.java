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

    /** Whose try each thread makes next. */
    private static final ThreadLocal<@Nullable Attempt> NEXT = new ThreadLocal<>();

    private final WireKey key;
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
    Attempt(WireKey key, Errand errand, Runnable onGivenUp) {
        this.key = key;
        this.errand = errand;
        this.onGivenUp = onGivenUp;
    }

    /**
     * For JDA, which asks before each try, on the thread that makes it. From then on the try is known to be this call's, also when
     * the call has been given up before it reaches the wire, and even if another one with the same key has begun.
     */
    boolean mayBeTried() {
        boolean may = isOpen();
        if (may) {
            NEXT.set(this);
        }
        return may;
    }

    /** The call that this thread has just been let make for, if it is one with this key. */
    static @Nullable Attempt next(WireKey key) {
        Attempt next = NEXT.get();
        return next != null && next.key.equals(key) ? next : null;
    }

    /** The try of this thread has been answered: what it makes next may be anything. */
    static void answeredHere() {
        NEXT.remove();
    }

    /** A try is about to be written to a connection; false: it must not be. */
    boolean goesOut() {
        boolean may = errand.mayGoOut(); // another's code: not under our lock
        synchronized (this) {
            onWire = may && !abandoned;
            may = onWire;
        }
        if (may) {
            errand.goesOut();
        }
        return may;
    }

    WireKey key() {
        return key;
    }

    /** Whether tries may still be made. */
    boolean isOpen() {
        return errand.mayGoOut() && !isAbandoned();
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** How long it may still take. */
    Duration left() {
        return errand.left();
    }

    /** The request that was answered was not the last one: what was said of it says nothing of the next. */
    synchronized void goesOn() {
        taken = false;
        last = null;
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
            reason = doubtful ? reason : description;
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
