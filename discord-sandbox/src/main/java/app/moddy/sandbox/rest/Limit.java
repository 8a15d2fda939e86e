package app.moddy.sandbox.rest;

import java.time.Duration;

/** A number of requests per fixed window. */
public record Limit(int requests, Duration window) {
    public Limit {
        if (requests < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit needs at least one request and a window: " + requests);
        }
    }
}
