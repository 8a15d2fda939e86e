package app.moddy.sandbox;

import app.moddy.sandbox.rest.FaultPlan;

/** One route of the API, and what shall go wrong with its next calls. Thread-safe. */
public final class SandboxRoute {
    private final FaultPlan faults;
    private final String key;

    SandboxRoute(FaultPlan faults, String key) {
        this.faults = faults;
        this.key = key;
    }

    /** Lets the next call fail, after those planned already. A re-sent request is a call of its own. */
    public SandboxRoute failNext(SandboxFault fault) {
        return fail(1, fault);
    }

    /** Lets the next calls fail, after those planned already. */
    public SandboxRoute fail(int calls, SandboxFault fault) {
        faults.next(key, calls, fault.kind());
        return this;
    }

    /** Lets every call fail from now on, or once the counted ones are through. */
    public SandboxRoute failAlways(SandboxFault fault) {
        faults.always(key, fault.kind());
        return this;
    }

    /** How many of the counted failures have not met their call yet. */
    public int planned() {
        return faults.planned(key);
    }

    /** Forgets everything planned for this route. */
    public SandboxRoute heal() {
        faults.heal(key);
        return this;
    }
}
