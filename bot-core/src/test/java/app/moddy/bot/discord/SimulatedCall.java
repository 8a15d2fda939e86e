package app.moddy.bot.discord;

import app.moddy.bot.discord.DiscordCalls.Answer;
import app.moddy.bot.discord.SimulatedDiscord.Heard;
import app.moddy.bot.discord.SimulatedTroubles.Fate;
import app.moddy.bot.simulation.Dice;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call with all its tries, those too that JDA and OkHttp make by themselves. For one thread. */
final class SimulatedCall {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_REPEATS = 4;

    private final SimulatedCalls calls;
    private final SimulatedWire.Kind kind;
    private final String subject;
    private final Supplier<Heard> atDiscord;
    private final Attempt attempt;
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private boolean begun;
    private int repeats;

    /**
     * How a call ended.
     *
     * @param heard what Discord gave; null unless it is done
     */
    record Ended(Answer answer, @Nullable Heard heard) {}

    SimulatedCall(
            SimulatedCalls calls, SimulatedWire.Kind kind, String subject, Errand errand, Supplier<Heard> atDiscord) {
        this.calls = calls;
        this.kind = kind;
        this.subject = subject;
        this.atDiscord = atDiscord;
        this.attempt = new Attempt(new WireKey(WireKey.Kind.POST, subject, null), errand, () -> giveUp("rate limited"));
    }

    CompletionStage<Ended> ended() {
        return ended;
    }

    SimulatedWire.Kind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    Attempt attempt() {
        return attempt;
    }

    void timeIsOver() {
        giveUp("no answer in time");
    }

    private void giveUp(String why) {
        if (!ended.isDone()) {
            end(attempt.abandon(why), null);
        }
    }

    private void end(Answer answer, @Nullable Heard heard) {
        if (!ended.isDone()) {
            calls.simulation()
                    .note(
                            "%s: %s %s ends: %s %s",
                            calls.process(), kind, subject, answer.verdict().kind(), answer.code());
            calls.ended(this);
            ended.complete(new Ended(answer, heard));
        }
    }

    void begin() {
        if (!begun) {
            begun = true;
            tryIt();
        }
    }

    private void tryIt() {
        if (ended.isDone()) {
            return;
        }
        if (!calls.blocked().isZero()) {
            calls.process().in(calls.blocked(), this::tryIt);
            return;
        }
        if (!attempt.isOpen()) {
            giveUp("given up");
            return;
        }
        Fate fate = calls.troubles().fate();
        if (fate == Fate.NO_CONNECTION) {
            fails("no connection");
        } else {
            calls.process().in(Duration.ofNanos(Math.max(0, calls.pace().reserve())), () -> goOut(fate));
        }
    }

    private void goOut(Fate fate) {
        if (ended.isDone()) {
            return;
        }
        if (!attempt.goesOut()) {
            giveUp("given up");
            return;
        }
        calls.simulation().note("%s: %s %s goes out: %s", calls.process(), kind, subject, fate);
        calls.goesOut(this);
        happens(fate);
    }

    private void happens(Fate fate) {
        switch (fate) {
            case ANSWERED -> atDiscord(latency(), true, 0);
            case NO_CONNECTION -> throw new IllegalStateException("nothing was sent");
            case LOST_BEFORE -> calls.process().in(latency(), this::broke);
            case LOST_AFTER -> {
                Duration way = latency();
                atDiscord(way, false, 0);
                calls.process().in(way.plus(latency()), this::broke);
            }
            case HANGS -> calls.process().in(READ_TIMEOUT, this::broke);
            case HANGS_AND_DONE -> {
                atDiscord(dice().scaled(Duration.ofMillis(100), Duration.ofSeconds(30)), false, 0);
                calls.process().in(READ_TIMEOUT, this::broke);
            }
            case BROKEN -> answers(Heard.error(500, 0), latency());
            case BROKEN_AND_DONE -> atDiscord(latency(), true, 500);
            case BAD_GATEWAY -> answers(Heard.error(502, 0), latency());
            case BAD_GATEWAY_AND_DONE -> atDiscord(latency(), true, 502);
            case LIMITED ->
                answers(Heard.limited(dice().scaled(Duration.ofMillis(100), Duration.ofSeconds(20))), latency());
            case CHANNEL_GONE -> gone();
        }
    }

    private void gone() {
        switch (kind) {
            case POST, SEARCH -> answers(Heard.error(404, 10003), latency());
            case OPEN, MENTION -> atDiscord(latency(), true, 0); // has nothing to do with a DM channel that is there
        }
    }

    private Dice dice() {
        return calls.simulation().dice();
    }

    private Duration latency() {
        return dice().chance(0.03)
                ? dice().scaled(Duration.ofMillis(200), Duration.ofSeconds(9))
                : dice().between(Duration.ofMillis(5), Duration.ofMillis(80));
    }

    /** Discord does it, whatever becomes of us meanwhile. */
    private void atDiscord(Duration way, boolean answered, int brokenAs) {
        calls.simulation().time().after(way, () -> {
            Heard heard = atDiscord.get();
            if (answered) {
                answers(brokenAs == 0 ? heard : Heard.error(brokenAs, 0), latency());
            }
        });
    }

    private void answers(Heard heard, Duration way) {
        calls.process().in(way, () -> hears(heard));
    }

    private void hears(Heard heard) {
        String description = ErrorCodes.describe(heard.status(), heard.code());
        Verdict verdict = verdict(heard);
        attempt.answered(verdict, description);
        if (heard.status() == 429) {
            calls.limited(this, heard.pause(), description);
        }
        calls.traffic().answered(heard.status(), heard.code());
        if (ended.isDone()) {
            return;
        }
        if (heard.status() == 502 && repeats < MOST_REPEATS) {
            calls.process().in(Duration.ofMillis(500L << repeats++), this::tryIt);
        } else if (heard.status() == 429) {
            calls.process().in(heard.pause(), this::tryIt);
        } else {
            settled(verdict, description, heard);
        }
    }

    private static Verdict verdict(Heard heard) {
        Verdict verdict = ErrorCodes.verdict(heard.status(), heard.code());
        return verdict.kind() == Verdict.Kind.NOT_NOW && !heard.pause().isZero()
                ? new Verdict(Verdict.Kind.NOT_NOW, heard.pause(), verdict.alarm())
                : verdict;
    }

    private void settled(Verdict verdict, String description, Heard heard) {
        switch (verdict.kind()) {
            case DONE -> end(Answer.DONE, heard);
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE -> end(refused(verdict, description), null);
            case NOT_NOW, UNKNOWN -> giveUp(description);
        }
    }

    private Answer refused(Verdict verdict, String description) {
        return switch (kind) {
            case POST, MENTION -> attempt.refuse(verdict, description);
            case OPEN, SEARCH -> new Answer(verdict, description);
        };
    }

    /** The connection broke: OkHttp and JDA may try again at once. */
    private void broke() {
        attempt.broke("SocketException");
        if (repeats < MOST_REPEATS && dice().chance(0.6)) {
            repeats++;
            tryIt();
        } else {
            fails("no connection");
        }
    }

    private void fails(String why) {
        if (!ended.isDone()) {
            calls.traffic().failed();
            giveUp(why);
        }
    }
}
