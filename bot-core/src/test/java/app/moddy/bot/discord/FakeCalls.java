package app.moddy.bot.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A Discord that says what the test tells it to, else that it is done. For one thread. */
final class FakeCalls implements DiscordCalls {
    /** Which call. */
    enum Kind {
        OPEN,
        POST,
        LOOK,
        MENTION
    }

    private final List<String> made = new ArrayList<>();
    private final Map<Kind, Queue<Answer>> answers = new EnumMap<>(Kind.class);
    private final Queue<CompletableFuture<Answer>> held = new ArrayDeque<>();
    private List<String> footers = List.of();
    private boolean ready = true;
    private boolean holding;
    private Traffic traffic = new FakeTraffic();

    /** What was called, such as {@code OPEN 100000000000000001}. */
    List<String> made() {
        return made;
    }

    void isReady(boolean now) {
        ready = now;
    }

    /** The next call of this kind is answered so. */
    void next(Kind kind, int httpStatus, int code) {
        next(kind, new Answer(ErrorCodes.verdict(httpStatus, code), ErrorCodes.describe(httpStatus, code)));
    }

    void next(Kind kind, Answer answer) {
        answers.computeIfAbsent(kind, none -> new ArrayDeque<>()).add(answer);
    }

    void footers(String... texts) {
        footers = List.of(texts);
    }

    /** From now on calls have no answer until {@link #release}. */
    void hold() {
        holding = true;
    }

    void release() {
        holding = false;
        for (CompletableFuture<Answer> call = held.poll(); call != null; call = held.poll()) {
            call.complete(Answer.DONE);
        }
    }

    /** What goes over the wire beside our calls. */
    Traffic traffic() {
        return traffic;
    }

    static long channelOf(Snowflake user) {
        return user.id() + 1_000;
    }

    private CompletionStage<Answer> call(Kind kind, Object what, Errand errand) {
        if (!errand.mayGoOut()) {
            return CompletableFuture.completedStage(new Answer(Verdict.notNow(Duration.ZERO), "must not go out"));
        }
        errand.goesOut();
        made.add(kind + " " + what);
        if (holding) {
            CompletableFuture<Answer> later = new CompletableFuture<>();
            held.add(later);
            return later;
        }
        Answer planned = answers.getOrDefault(kind, new ArrayDeque<>()).poll();
        return CompletableFuture.completedStage(planned == null ? Answer.DONE : planned);
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public void reportTo(Traffic listener) {
        traffic = listener;
    }

    @Override
    public CompletionStage<Opened> open(Snowflake user, Errand errand) {
        return call(Kind.OPEN, user, errand).thenApply(answer -> new Opened(answer, channelOf(user)));
    }

    @Override
    public CompletionStage<Answer> post(long channel, MessageCreateData content, String nonce, Errand errand) {
        return call(Kind.POST, channel, errand);
    }

    @Override
    public CompletionStage<Footers> footers(long channel, Instant since, Errand errand) {
        return call(Kind.LOOK, channel, errand).thenApply(answer -> new Footers(answer, footers));
    }

    @Override
    public CompletionStage<Answer> mention(Mention mention, Errand errand) {
        traffic.unpaid();
        return call(Kind.MENTION, mention.user(), errand);
    }

    @Override
    public CompletionStage<Outlook.Acquaintance> meet(Snowflake user, Errand errand) {
        made.add("MEET " + user);
        return CompletableFuture.completedStage(Outlook.Acquaintance.SHARES_A_GUILD);
    }
}
