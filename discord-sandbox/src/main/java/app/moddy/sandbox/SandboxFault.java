package app.moddy.sandbox;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.Fault;
import app.moddy.sandbox.rest.LimitScope;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.Map;

/** Something that goes wrong with a call. Immutable. */
public final class SandboxFault {
    private final Fault kind;

    private SandboxFault(Fault kind) {
        this.kind = kind;
    }

    Fault kind() {
        return kind;
    }

    /** Answers an error in Discord's form; the route does nothing. */
    public static SandboxFault error(int status, int code, String message) {
        return respond(Answer.error(status, code, message));
    }

    /** Answers a status with the body that Discord has for it: code 0 and the name of the status. */
    public static SandboxFault status(int status) {
        return error(status, 0, status + ": " + StatusCodes.getReason(status));
    }

    /** Answers 502 with a page in HTML, as the proxies before Discord do. */
    public static SandboxFault badGateway() {
        return page(502);
    }

    /** Answers a page in HTML with this status, as proxies do that say nothing of Discord's; the route does nothing. */
    public static SandboxFault page(int status) {
        String title = status + " " + StatusCodes.getReason(status);
        String page = "<html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
        return respond(new Answer(status, page, "text/html", Map.of()));
    }

    /**
     * Answers 429 as from Discord; the route does nothing.
     *
     * @param seconds how long the bot shall wait; fractions are in the body, the header has whole seconds, rounded up
     * @param global the limit of all the bot's requests, else that of the route's bucket
     */
    public static SandboxFault rateLimited(double seconds, boolean global) {
        return rateLimited(seconds, global ? LimitScope.GLOBAL : LimitScope.USER, 0);
    }

    /** Answers 429 as from Discord for this bot's bucket, in seconds; the route does nothing. */
    public static SandboxFault rateLimited(double seconds) {
        return rateLimited(seconds, false);
    }

    /**
     * Answers 429 as from Discord for a resource whose limit all bots share; the route does nothing.
     *
     * @param seconds how long the bot shall wait
     * @param code such as 20016 for slow mode or 20028 for writing to a channel; 0 for none
     */
    public static SandboxFault rateLimitedShared(double seconds, int code) {
        return rateLimited(seconds, LimitScope.SHARED, code);
    }

    private static SandboxFault rateLimited(double seconds, LimitScope scope, int code) {
        return new SandboxFault(new Fault.Limited(Duration.ofMillis(Math.round(seconds * 1000)), scope, code));
    }

    /**
     * Answers 429 without Via and without JSON, as Cloudflare does to an address that it bans.
     *
     * @param seconds the value of Retry-After, whole seconds
     */
    public static SandboxFault cloudflareBan(int seconds) {
        Map<String, String> headers = Map.of("Retry-After", Integer.toString(seconds));
        return new SandboxFault(
                new Fault.Respond(new Answer(429, "error code: 1015", "text/plain; charset=UTF-8", headers), false));
    }

    /** Never answers; the route does nothing. */
    public static SandboxFault hang() {
        return new SandboxFault(new Fault.Hang(false));
    }

    /** Never answers, but the route does its work: the message is there. */
    public static SandboxFault hangAfterProcessing() {
        return new SandboxFault(new Fault.Hang(true));
    }

    /** Does and answers the usual, later; real time. */
    public static SandboxFault delay(Duration time) {
        return new SandboxFault(new Fault.Delay(time));
    }

    /** Breaks the connection; the route does nothing. */
    public static SandboxFault dropConnection() {
        return new SandboxFault(new Fault.Drop(false));
    }

    /** Breaks the connection without an answer, but the route does its work: the message is there. */
    public static SandboxFault dropAfterProcessing() {
        return new SandboxFault(new Fault.Drop(true));
    }

    /** Does the usual, but answers with something that is no JSON. */
    public static SandboxFault garbage() {
        return new SandboxFault(new Fault.Garble("{\"id\": \"12"));
    }

    private static SandboxFault respond(Answer answer) {
        return new SandboxFault(new Fault.Respond(answer, true));
    }
}
