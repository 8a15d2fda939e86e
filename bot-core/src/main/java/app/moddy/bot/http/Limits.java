package app.moddy.bot.http;

import java.time.Duration;

/**
 * What no caller may exceed.
 *
 * @param header from the first byte of a request to the end of its header
 * @param body from the end of the header to the end of the body, however steadily it comes
 * @param idle a connection without a request
 * @param turn how long a whole request may wait for a worker; after that its route is never begun
 * @param route from the whole request to the route's answer
 * @param write from an answer's first byte to its last
 * @param linger how long what is left of a refused body is still read, so that the answer is not lost with it
 * @param wrongSecret how long the answer to a wrong secret is held back
 * @param connections how many there may be at once; more wait in the system's queue
 * @param workers how many requests of core's routes are parsed and handed to a route at once; a plugin's are on its own threads
 * @param queue how many more may wait for that
 */
record Limits(
        Duration header,
        Duration body,
        Duration idle,
        Duration turn,
        Duration route,
        Duration write,
        Duration linger,
        Duration wrongSecret,
        int connections,
        int workers,
        int queue) {
    static final int BODY_BYTES = 64 * 1024;
    static final int HEADER_BYTES = 16 * 1024;
    static final int HEADERS = 100;
    static final int QUERY_PARAMETERS = 50;

    static final Limits DEFAULTS = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMillis(400),
            Duration.ofSeconds(9),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            4096,
            8,
            1024);
}
