package app.moddy.sandbox.rest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every call so far, in the order of the answers. Thread-safe. */
public final class CallLog {
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    void add(Call call) {
        calls.add(call);
    }

    /** Returns the calls so far. */
    public List<Call> all() {
        return List.copyOf(calls);
    }
}
