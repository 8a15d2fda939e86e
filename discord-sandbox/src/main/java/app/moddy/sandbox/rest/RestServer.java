package app.moddy.sandbox.rest;

import app.moddy.sandbox.world.World;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord's API as an HTTP handler: route, token, fault, rate limit, form, deed, check, log. */
public final class RestServer implements HttpHandler {
    /** Where the API begins. */
    public static final String BASE = "/api/v10";

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    /** JDA takes a 429 without this for a ban by Cloudflare. */
    private static final Map<String, String> VIA = Map.of("Via", "1.1 google");

    private final World world;
    private final RouteTable routes;
    private final TokenGate gate;
    private final RateLimits limits;
    private final FaultPlan faults;
    private final CallChecker checker;
    private final CallLog log;
    private final ScheduledExecutorService executor;

    public RestServer(
            World world,
            RouteTable routes,
            TokenGate gate,
            RateLimits limits,
            FaultPlan faults,
            CallChecker checker,
            CallLog log,
            ScheduledExecutorService executor) {
        this.world = world;
        this.routes = routes;
        this.gate = gate;
        this.limits = limits;
        this.faults = faults;
        this.checker = checker;
        this.log = log;
        this.executor = executor;
    }

    @Override
    public void handleRequest(HttpServerExchange http) {
        String path = http.getRequestPath().substring(BASE.length());
        http.getRequestReceiver().receiveFullBytes((same, body) -> {
            Exchange exchange = new Exchange(http, path, body, world.clock().now());
            http.dispatch(
                    SameThreadExecutor.INSTANCE,
                    () -> executor.execute(() -> guarded(exchange, () -> route(exchange))));
        });
    }

    private void guarded(Exchange exchange, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException bug) {
            LOG.error("The sandbox failed at {} {}", exchange.method(), exchange.path(), bug);
            world.problem("The sandbox failed at " + exchange.method() + " " + exchange.path() + ": " + bug);
            finish(exchange, DiscordError.INTERNAL.answer().with(VIA));
        }
    }

    private void route(Exchange exchange) {
        RouteTable.Match match = routes.find(exchange.method(), exchange.path()).orElse(null);
        if (match == null) {
            world.problem("Unknown route: " + exchange.method() + " " + exchange.path());
            boolean otherMethod = routes.knowsPath(exchange.path());
            DiscordError error = otherMethod ? DiscordError.METHOD_NOT_ALLOWED : DiscordError.NOT_FOUND;
            finish(exchange, error.answer().with(VIA));
        } else if (match.route().needsToken()
                && !gate.acceptsHeader(exchange.headers().get("Authorization"))) {
            Answer answer = DiscordError.UNAUTHORIZED.answer();
            checker.check(match.route(), "", answer);
            finish(exchange, answer.with(VIA));
        } else {
            fault(exchange, match, faults.take(match.route().key()));
        }
    }

    private void fault(Exchange exchange, RouteTable.Match match, @Nullable Fault fault) {
        if (fault == null) {
            finish(exchange, process(exchange, match));
        } else if (fault instanceof Fault.Respond respond) {
            finish(exchange, respond.via() ? respond.answer().with(VIA) : respond.answer());
        } else if (fault instanceof Fault.Garble garble) {
            Answer normal = process(exchange, match);
            finish(exchange, new Answer(normal.status(), garble.body(), normal.contentType(), normal.headers()));
        } else if (fault instanceof Fault.Delay delay) {
            Runnable later = () -> guarded(exchange, () -> finish(exchange, process(exchange, match)));
            var unused = executor.schedule(later, delay.time().toMillis(), TimeUnit.MILLISECONDS);
        } else if (fault instanceof Fault.Hang hang) {
            silent(exchange, match, hang.processed());
        } else if (fault instanceof Fault.Drop drop) {
            silent(exchange, match, drop.processed());
            exchange.drop();
        }
    }

    private void silent(Exchange exchange, RouteTable.Match match, boolean processed) {
        if (processed) {
            process(exchange, match);
        }
        log(exchange, 0, "");
    }

    private Answer process(Exchange exchange, RouteTable.Match match) {
        RateLimits.Verdict verdict = limits.count(match.route(), match.parts());
        Answer refusal = verdict.refusal();
        Answer answer = refusal != null ? refusal : handle(exchange, match);
        checker.check(match.route(), exchange.bodyText(), answer);
        return answer.with(verdict.headers()).with(VIA);
    }

    private Answer handle(Exchange exchange, RouteTable.Match match) {
        BodyReader.Result read = BodyReader.read(exchange, match);
        Request request = read.request();
        if (request == null) {
            if (exchange.headers().getOrDefault("Content-Type", "").startsWith("multipart/")) {
                world.problem("The sandbox takes no files: " + match.route().key());
            }
            Answer refusal = read.refusal();
            return refusal == null ? DiscordError.INTERNAL.answer() : refusal;
        }
        synchronized (world) {
            Answer answer = match.route().handler().answer(request);
            world.changed();
            return answer;
        }
    }

    private void finish(Exchange exchange, Answer answer) {
        log(exchange, answer.status(), answer.body());
        exchange.send(answer);
    }

    private void log(Exchange exchange, int status, String body) {
        log.add(exchange.call(routes, status, body));
        world.changed();
    }
}
