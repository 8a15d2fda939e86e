package app.moddy.sandbox.rest;

import java.util.ArrayList;
import java.util.List;

/** Every call so far, in the order of the answers, unless it is off. Thread-safe. */
public final class CallLog {
    private final List<Call> calls = new ArrayList<>();
    private final boolean on;

    private CallLog(boolean on) {
        this.on = on;
    }

    /** Returns a log that keeps every call. */
    public static CallLog on() {
        return new CallLog(true);
    }

    /** Returns a log that keeps none. */
    public static CallLog off() {
        return new CallLog(false);
    }

    synchronized void add(Call call) {
        if (on) {
            calls.add(call);
        }
    }

    /** Returns the calls so far; asking a log that is off is a bug of the caller. */
    public synchronized List<Call> all() {
        if (!on) {
            throw new IllegalStateException("The log of calls is off");
        }
        return List.copyOf(calls);
    }
}
