package app.moddy.bot.discord;

import app.moddy.bot.discord.DiscordCalls.Answer;
import app.moddy.bot.discord.DiscordCalls.Opened;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One delivery on its way: its calls, its errand, and what it took from the pace. For one step at a time. */
final class Passage {
    private final Desk desk;
    private final Admission.Ticket ticket;
    private final Errand errand;
    private final Warrant warrant;
    private boolean called;
    private long asOf;
    private boolean mayOpen;
    private boolean hasOpened;

    Passage(Desk desk, Admission.Ticket ticket, Warrant warrant) {
        this.desk = desk;
        this.ticket = ticket;
        this.warrant = warrant;
        this.errand = new Errand(desk.clock(), desk.limit(), warrant::holds, desk.traffic(), Pace.cost(ticket.reach()));
        this.mayOpen = ticket.reach() == Reach.NEW;
    }

    Errand errand() {
        return errand;
    }

    DiscordCalls calls() {
        called = true;
        return desk.calls();
    }

    /** Whether a DM was opened for it: it says whether others may be. */
    boolean hasOpened() {
        return hasOpened;
    }

    /** The DM channel with this user: the one that is known, else it is opened. */
    CompletionStage<Opened> channelOf(Snowflake user) {
        return desk.channels().of(user).thenCompose(known -> {
            asOf = known.asOf();
            return known.channel()
                    .<CompletionStage<Opened>>map(
                            channel -> CompletableFuture.completedStage(new Opened(Answer.DONE, channel)))
                    .orElseGet(() -> open(user));
        });
    }

    /** Opens it, if one more may be opened now. */
    CompletionStage<Opened> open(Snowflake user) {
        if (!mayOpen) {
            Duration wait = desk.admission().openToo().orElse(Duration.ZERO);
            if (!wait.isZero()) {
                Verdict later = Verdict.notNow(wait);
                return CompletableFuture.completedStage(new Opened(new Answer(later, "no new DM now"), 0));
            }
        }
        mayOpen = false;
        return calls().open(user, errand).thenApply(opened -> {
            learn(user, opened.answer());
            if (opened.answer().isDone()) {
                hasOpened = true;
                clear(Alarm.Kind.OPENING_TOO_FAST);
                desk.channels().remember(user, opened.channel(), asOf, warrant);
            }
            return opened;
        });
    }

    /** The alarm is over, if this delivery was let in to try that: others were let in before it was raised. */
    void clear(Alarm.Kind kind) {
        if (ticket.probes().contains(AlarmRule.scope(kind))) {
            desk.alarms().clear(kind);
        }
    }

    /** What an answer says beyond this delivery. */
    void learn(Snowflake user, Answer answer) {
        Alarm.Kind alarm = answer.verdict().alarm();
        if (alarm != null) {
            desk.alarms().raise(alarm);
        }
        if (answer.verdict().kind() == Verdict.Kind.DM_CLOSED) {
            desk.closed().closed(user, asOf);
        }
    }

    /** When it makes sense to try again what is {@link Verdict.Kind#NOT_NOW}. */
    Duration retryAfter(Answer answer) {
        Alarm.Kind alarm = answer.verdict().alarm();
        Duration told = answer.verdict().retryAfter();
        return alarm == null ? told : desk.alarms().untilProbe(alarm);
    }

    /** It is over: what it has not used is given back. */
    void end() {
        if (mayOpen) {
            desk.admission().opensNone();
        }
        desk.admission().end(ticket, errand.unused(), called);
    }
}
