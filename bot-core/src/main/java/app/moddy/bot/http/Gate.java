package app.moddy.bot.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What every request passes before its route, in the contract's order. On IO threads, so nothing here waits. */
final class Gate implements HttpHandler {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final BearerAuth auth;
    private final RouteTable routes;
    private final Limits limits;
    private final Executor workers;
    private final RequestMetrics metrics;
    private final InFlight inFlight = new InFlight();
    private volatile boolean closed;

    Gate(BearerAuth auth, RouteTable routes, Limits limits, Executor workers, RequestMetrics metrics) {
        this.auth = auth;
        this.routes = routes;
        this.limits = limits;
        this.workers = workers;
        this.metrics = metrics;
        metrics.watch(inFlight::count);
    }

    /** From now on new requests are refused; waits for those under way, at most this long. */
    void close(Duration grace) {
        closed = true;
        inFlight.awaitNone(grace);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        inFlight.begin();
        Call call = new Call(exchange, limits, () -> closed);
        exchange.addExchangeCompleteListener((done, next) -> {
            inFlight.end();
            call.measure(metrics);
            next.proceed();
        });
        // off this handler's stack first: whoever completes the exchange must not meet the handler still on it
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            try {
                admit(call);
            } catch (ApiException e) {
                call.answer(e.response());
            }
        });
    }

    private void admit(Call call) {
        HttpServerExchange exchange = call.exchange();
        if (closed) {
            throw ApiException.unavailable(SOON, "The bot is stopping");
        }
        RouteTable.Entry entry = routes.find(exchange.getRequestMethod().toString(), RequestTarget.path(exchange));
        if (entry != null) {
            call.isFor(entry.endpoint());
        }
        if (entry != null && entry.endpoint().open()) {
            enter(call, entry);
            return;
        }
        switch (auth.check(values(exchange, Headers.AUTHORIZATION), caller(exchange))) {
            case RIGHT -> enter(call, entry);
            case MISSING -> throw unauthorized("Missing Authorization header");
            case MALFORMED -> throw unauthorized("Invalid Authorization format");
            case WRONG -> {
                ApiResponse answer =
                        ApiException.of(403, "Invalid internal API secret").response();
                call.limit(limits.wrongSecret(), () -> call.answer(answer));
            }
        }
    }

    private void enter(Call call, RouteTable.@Nullable Entry entry) {
        HttpServerExchange exchange = call.exchange();
        if (entry == null) {
            String allowed = routes.allowed(RequestTarget.path(exchange));
            throw allowed.isEmpty()
                    ? ApiException.of(404, "No such route")
                    : ApiException.of(405, "This route answers " + allowed).withHeader("Allow", allowed);
        }
        if (!isReadable(values(exchange, Headers.TRANSFER_ENCODING))) {
            throw ApiException.of(501, "The only transfer coding of a body here is chunked");
        }
        Intake intake = new Intake(call, entry, limits, workers);
        if (!entry.endpoint().hasBody()) {
            intake.run(null);
            return;
        }
        if (exchange.getRequestContentLength() > Limits.BODY_BYTES) {
            throw Intake.bodyTooLarge();
        }
        if (!ContentType.isJson(values(exchange, Headers.CONTENT_TYPE), values(exchange, Headers.CONTENT_ENCODING))) {
            throw ApiException.of(415, "The body must be application/json in UTF-8, without a content coding");
        }
        intake.receive();
    }

    /** Undertow takes every coding for chunked, and would wait for chunks. */
    private static boolean isReadable(List<String> transferCodings) {
        return transferCodings.isEmpty()
                || (transferCodings.size() == 1 && transferCodings.get(0).equalsIgnoreCase("chunked"));
    }

    private static String caller(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress().getHostAddress();
    }

    private static ApiException unauthorized(String error) {
        return ApiException.of(401, error).withHeader("WWW-Authenticate", "Bearer");
    }

    private static List<String> values(HttpServerExchange exchange, HttpString header) {
        HeaderValues values = exchange.getRequestHeaders().get(header);
        return values == null ? List.of() : List.copyOf(values);
    }
}
