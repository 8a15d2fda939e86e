package app.moddy.sandbox.rest;

import static app.moddy.sandbox.rest.Deeds.VIA;

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

/**
 * Discord's API as an HTTP handler: route, check of the request, token, fault; then what {@link Deeds} do. Whatever is
 * below no route, inside the API's base or outside, is answered 404 and is a problem.
 */
public final class RestServer implements HttpHandler {
    /** Where the API begins. */
    public static final String BASE = Exchange.BASE;

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private final World world;
    private final RouteTable routes;
    private final TokenGate gate;
    private final RateLimits limits;
    private final FaultPlan faults;
    private final CallChecker checker;
    private final Deeds deeds;
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
        this.deeds = new Deeds(world, routes, limits, checker, log);
        this.executor = executor;
    }

    @Override
    public void handleRequest(HttpServerExchange http) {
        http.getRequestReceiver().receiveFullBytes((same, body) -> {
            Exchange exchange = new Exchange(http, body, world.clock().now());
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
            return;
        }
        checker.request(match.route(), exchange.bodyText());
        if (match.route().needsToken() && !gate.acceptsHeader(exchange.headers().get("Authorization"))) {
            Answer answer = DiscordError.UNAUTHORIZED.answer();
            checker.answer(match.route(), answer);
            finish(exchange, answer.with(VIA));
        } else {
            fault(exchange, match, faults.take(match.route().key()));
        }
    }

    private void fault(Exchange exchange, RouteTable.Match match, @Nullable Fault fault) {
        if (fault == null) {
            usual(exchange, match);
        } else if (fault instanceof Fault.Respond respond) {
            finish(exchange, respond.via() ? respond.answer().with(VIA) : respond.answer());
        } else if (fault instanceof Fault.Limited limited) {
            Map<String, String> bucket = limits.exhausted(match.route(), limited);
            finish(exchange, limited.answer().with(bucket).with(VIA));
        } else if (fault instanceof Fault.Garble garble) {
            exchange.send(deeds.perform(exchange, match, answer -> answer.withBody(garble.body())));
        } else if (fault instanceof Fault.Delay delay) {
            Runnable later = () -> guarded(exchange, () -> usual(exchange, match));
            var unused = executor.schedule(later, delay.time().toMillis(), TimeUnit.MILLISECONDS);
        } else if (fault instanceof Fault.Hang hang) {
            silent(exchange, match, hang.processed());
        } else if (fault instanceof Fault.Drop drop) {
            silent(exchange, match, drop.processed());
            exchange.drop();
        }
    }

    private void usual(Exchange exchange, RouteTable.Match match) {
        exchange.send(deeds.perform(exchange, match, answer -> answer));
    }

    private void silent(Exchange exchange, RouteTable.Match match, boolean processed) {
        if (processed) {
            deeds.perform(exchange, match, answer -> Answer.NONE);
        } else {
            deeds.log(exchange, Answer.NONE);
        }
    }

    private void finish(Exchange exchange, Answer answer) {
        deeds.log(exchange, answer);
        exchange.send(answer);
    }
}
