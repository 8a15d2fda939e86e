package app.moddy.sandbox.rest;

import java.util.Locale;

/** Whose requests a rate limit counts, as X-RateLimit-Scope says it. */
public enum LimitScope {
    USER,
    SHARED,
    GLOBAL;

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
