package app.moddy.sandbox.rest;

import java.time.Duration;

/** What goes wrong with a call instead of, or on top of, what the route does. */
public sealed interface Fault {
    /** Another answer; the route does nothing. With {@code via} false it looks like Cloudflare's own. */
    record Respond(Answer answer, boolean via) implements Fault {}

    /** The 429 of a limit, with the headers of the route's bucket; the route does nothing. */
    record Limited(Duration left, LimitScope scope, int code) implements Fault {
        Answer answer() {
            return TooMany.answer(left, scope, code);
        }
    }

    /** No answer, ever; the route does its work before when {@code processed}. */
    record Hang(boolean processed) implements Fault {}

    /** The connection breaks; the route does its work before when {@code processed}. */
    record Drop(boolean processed) implements Fault {}

    /** The usual, later. */
    record Delay(Duration time) implements Fault {}

    /** The route does its work, but the body of the answer is not what it should be. */
    record Garble(String body) implements Fault {}
}
