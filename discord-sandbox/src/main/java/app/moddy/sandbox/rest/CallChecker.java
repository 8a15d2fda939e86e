package app.moddy.sandbox.rest;

/** Compares calls with a description of the API. */
public interface CallChecker {
    /** Checks nothing. */
    CallChecker NONE = new CallChecker() {
        @Override
        public void request(Route route, String body) {}

        @Override
        public void answer(Route route, Answer answer) {}
    };

    /** Looks at the body of a request, whatever will come of it; it may be empty or no JSON. */
    void request(Route route, String body);

    /** Looks at an answer that the sandbox stands by: not one of a fault. */
    void answer(Route route, Answer answer);
}
