package app.moddy.bot.http;

import app.moddy.bot.json.Json;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * One request until its answer is out. Its exchange belongs to the connection's IO thread: every method is for that thread,
 * but for {@link #answer}, which is for any.
 */
final class Call implements IoCallback {
    private static final String JSON = "application/json; charset=utf-8";
    private static final Logger log = LoggerFactory.getLogger(Call.class);

    private final HttpServerExchange exchange;
    private final Limits limits;
    private final BodyReader body;
    private XnioExecutor.@Nullable Key timer;
    private final BooleanSupplier last;
    private final long begun = System.nanoTime();
    private String route = RequestMetrics.NO_ROUTE;
    private int status;
    private boolean failed;
    private boolean answered;

    /** @param last whether the connection is closed after an answer given now */
    Call(HttpServerExchange exchange, Limits limits, BooleanSupplier last) {
        this.exchange = exchange;
        this.limits = limits;
        this.last = last;
        this.body = new BodyReader(exchange);
        exchange.addExchangeCompleteListener((done, next) -> {
            stopTimer();
            next.proceed();
        });
    }

    HttpServerExchange exchange() {
        return exchange;
    }

    /** It asks for this one. */
    void isFor(Endpoint endpoint) {
        route = endpoint.path();
    }

    /** Its answer is out, or its connection gone. */
    void measure(RequestMetrics metrics) {
        metrics.ended(
                exchange.getRequestMethod().toString(),
                route,
                status,
                failed,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    BodyReader body() {
        return body;
    }

    /** Runs this after that time unless the call has ended, or another limit has taken this one's place. */
    void limit(Duration time, Runnable exceeded) {
        stopTimer();
        try {
            timer = exchange.getIoThread().executeAfter(exceeded, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("the server has stopped: there is no time left", e);
            close();
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.remove();
        }
    }

    /** Whether its answer is on its way, or will never be. */
    boolean isAnswered() {
        return answered || exchange.isComplete();
    }

    /**
     * The first answer is sent, a later one dropped.
     *
     * @throws IllegalArgumentException when its body has no form in JSON; nothing is sent then
     */
    void answer(ApiResponse response) {
        ByteBuffer body = ByteBuffer.wrap(
                response.body() instanceof PlainText text
                        ? text.bytes()
                        : Json.write(response.body()).getBytes(StandardCharsets.UTF_8));
        try {
            exchange.getIoThread().execute(() -> send(response, body));
        } catch (RejectedExecutionException e) {
            log.debug("answer {} dropped: the server has stopped", response.status());
        }
    }

    private void send(ApiResponse response, ByteBuffer content) {
        if (isAnswered()) {
            return;
        }
        answered = true;
        status = response.status();
        failed = response.body() instanceof Failure; // an outcome may be answered with 500, too
        limit(limits.write(), this::close);
        log.debug("{} {}: {}", exchange.getRequestMethod(), exchange.getRequestURI(), response.status());
        exchange.setStatusCode(response.status());
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, response.body() instanceof PlainText text ? text.contentType() : JSON)
                .put(Headers.CACHE_CONTROL, "no-store");
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().put(HttpString.tryFromString(name), value));
        exchange.setResponseContentLength(content.remaining());
        if (last.getAsBoolean() || !exchange.isRequestComplete()) {
            exchange.setPersistent(false);
        }
        exchange.getResponseSender().send(content, this);
    }

    /** The answer is out. What is left of the body is read a while: closing at once could take the answer with it. */
    @Override
    public void onComplete(HttpServerExchange done, Sender sender) {
        if (exchange.isRequestComplete()) {
            exchange.endExchange();
        } else {
            limit(limits.linger(), this::close);
            body.discard(exchange::endExchange, this::close);
        }
    }

    @Override
    public void onException(HttpServerExchange failed, Sender sender, IOException exception) {
        log.debug("the caller left before the answer", exception);
        exchange.endExchange();
        close();
    }

    void close() {
        IoUtils.safeClose(exchange.getConnection());
    }
}
