package app.moddy.sandbox.rest;

/** Compares calls with a description of the API. */
@FunctionalInterface
public interface CallChecker {
    /** Checks nothing. */
    CallChecker NONE = (route, requestBody, answer) -> {};

    /** Looks at the body of a request and the answer to it; both may be empty or no JSON. */
    void check(Route route, String requestBody, Answer answer);
}
