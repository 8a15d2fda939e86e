package app.moddy.dist.proof;

import app.moddy.sandbox.SandboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What backends were promised, and what has arrived. Thread-safe. */
final class Ledger {
    private final Map<String, Promise> promises = new LinkedHashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private final Set<String> arrived = new HashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * A notification that was acknowledged: 200 or 202.
     *
     * @param text what makes it unlike all others
     * @param keyed whether the request had a key, and was made again until it was answered
     */
    record Promise(String id, String user, String text, boolean keyed) {}

    /** How long an answer took, of a request that began at this time of {@link System#nanoTime}. */
    private record Answer(long began, long millis) {}

    /** It was acknowledged now; its request began at this time of {@link System#nanoTime}. */
    synchronized void promised(Promise promise, long began) {
        Promise before = promises.putIfAbsent(promise.id(), promise);
        if (before != null) {
            throw new AssertionError("one notification for two requests: " + before + ", " + promise);
        }
        answers.add(new Answer(began, (System.nanoTime() - began) / 1_000_000));
        if (!arrived.contains(promise.id())) {
            missing.add(promise.id());
        }
        notifyAll();
    }

    /** It was posted once, without a key, and nobody knows what became of it. */
    synchronized void unanswered(String text) {
        unanswered.add(text);
    }

    /** A request was not acknowledged. */
    synchronized void refused(Refusal refusal) {
        refusals.add(refusal);
        notifyAll();
    }

    synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** It is in somebody's DMs. */
    synchronized void arrived(SandboxMessage message) {
        String ref = Mailbox.Letter.of(message).ref();
        arrived.add(ref);
        missing.remove(ref);
        notifyAll();
    }

    synchronized int promised() {
        return promises.size();
    }

    synchronized int arrived() {
        return arrived.size();
    }

    synchronized int pending() {
        return missing.size();
    }

    synchronized List<Promise> promises() {
        return List.copyOf(promises.values());
    }

    synchronized Set<String> unanswered() {
        return Set.copyOf(unanswered);
    }

    /** How long the answers took to requests that began since this time of {@link System#nanoTime}. */
    synchronized Latencies latenciesSince(long time) {
        return new Latencies(answers.stream()
                .filter(answer -> answer.began() - time >= 0)
                .map(Answer::millis)
                .toList());
    }

    /** Returns once so many more requests were acknowledged. */
    void awaitPromises(int more, Duration limit) throws InterruptedException {
        int goal = promised() + more;
        await(goal + " promised", () -> promises.size() >= goal, limit);
    }

    /** Returns once so many more requests were not. */
    synchronized void awaitRefusals(int more, Duration limit) throws InterruptedException {
        int goal = refusals.size() + more;
        await(goal + " refused", () -> refusals.size() >= goal, limit);
    }

    /** Returns once so many more have arrived. */
    void awaitArrivals(int more, Duration limit) throws InterruptedException {
        int goal = arrived() + more;
        await(goal + " arrived", () -> arrived.size() >= goal, limit);
    }

    /** Returns once all that was promised has arrived. */
    void awaitAllArrived(Duration limit) throws InterruptedException {
        await("all arrived", missing::isEmpty, limit);
    }

    private synchronized void await(String what, BooleanSupplier condition, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); !condition.getAsBoolean(); left = (end - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what + "; promised "
                        + promises.size() + ", missing " + missing.size() + ": "
                        + missing.stream().limit(20).toList());
            }
            wait(left);
        }
    }
}
