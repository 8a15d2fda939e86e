package app.moddy.sandbox.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which calls of which route will fail, and how. Thread-safe. */
public final class FaultPlan {
    private final Map<String, Deque<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();

    /** Lets the next calls fail, after those planned already. */
    public synchronized void next(String routeKey, int calls, Fault fault) {
        Deque<Fault> queue = next.computeIfAbsent(routeKey, unused -> new ArrayDeque<>());
        for (int i = 0; i < calls; i++) {
            queue.add(fault);
        }
    }

    /** Lets every call fail once the counted ones are through. */
    public synchronized void always(String routeKey, Fault fault) {
        always.put(routeKey, fault);
    }

    /** How many counted failures are left. */
    public synchronized int planned(String routeKey) {
        return next.getOrDefault(routeKey, new ArrayDeque<>()).size();
    }

    /** Forgets every plan for a route. */
    public synchronized void heal(String routeKey) {
        next.remove(routeKey);
        always.remove(routeKey);
    }

    synchronized @Nullable Fault take(String routeKey) {
        Deque<Fault> queue = next.get(routeKey);
        return queue == null || queue.isEmpty() ? always.get(routeKey) : queue.poll();
    }
}
