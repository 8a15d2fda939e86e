package app.moddy.sandbox.rest;

import app.moddy.sandbox.world.World;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a call does: rate limit, form, deed, check of the answer, log. All of it under one hold of the world's lock, so
 * that whoever sees the effect of a call finds it in the log, too.
 */
final class Deeds {
    /** JDA takes a 429 without this for a ban by Cloudflare. */
    static final Map<String, String> VIA = Map.of("Via", "1.1 google");

    private final World world;
    private final RouteTable routes;
    private final RateLimits limits;
    private final CallChecker checker;
    private final CallLog log;

    Deeds(World world, RouteTable routes, RateLimits limits, CallChecker checker, CallLog log) {
        this.world = world;
        this.routes = routes;
        this.limits = limits;
        this.checker = checker;
        this.log = log;
    }

    /**
     * Does what the call asks for.
     *
     * @param onTheWay what becomes of the answer before the bot gets it; the log has what the bot gets
     */
    Answer perform(Exchange exchange, RouteTable.Match match, UnaryOperator<Answer> onTheWay) {
        synchronized (world) {
            RateLimits.Verdict verdict = limits.count(match.route(), match.parts());
            Answer refusal = verdict.refusal();
            Answer answer = refusal != null ? refusal : handle(exchange, match);
            checker.answer(match.route(), answer);
            Answer sent = onTheWay.apply(answer.with(verdict.headers()).with(VIA));
            log(exchange, sent);
            return sent;
        }
    }

    private Answer handle(Exchange exchange, RouteTable.Match match) {
        BodyReader.Result read = BodyReader.read(exchange, match);
        Request request = read.request();
        if (request != null) {
            return match.route().handler().answer(request);
        }
        if (exchange.headers().getOrDefault("Content-Type", "").startsWith("multipart/")) {
            world.problem("The sandbox takes no files: " + match.route().key());
        }
        Answer refusal = read.refusal();
        return refusal == null ? DiscordError.INTERNAL.answer() : refusal;
    }

    /** Notes a call and wakes who waits for a change. */
    void log(Exchange exchange, Answer answer) {
        synchronized (world) {
            log.add(exchange.call(routes, answer.status(), answer.body()));
            world.changed();
        }
    }
}
