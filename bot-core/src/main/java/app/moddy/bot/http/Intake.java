package app.moddy.bot.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.HeaderValues;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one admitted request from its connection to where its route runs, each step within its limit. On its IO thread. */
final class Intake implements BodyReader.Receiver, IoCallback {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Call call;
    private final RouteTable.Entry entry;
    private final Limits limits;
    private final Executor workers;

    Intake(Call call, RouteTable.Entry entry, Limits limits, Executor workers) {
        this.call = call;
        this.entry = entry;
        this.limits = limits;
        this.workers = workers;
    }

    static ApiException bodyTooLarge() {
        return ApiException.of(413, "The body has over %s KiB".formatted(Limits.BODY_BYTES / 1024));
    }

    void receive() {
        call.limit(limits.body(), () -> refuse(ApiException.of(408, "The body did not come in time")));
        if (HttpContinue.requiresContinueResponse(call.exchange())) {
            HttpContinue.sendContinueResponse(call.exchange(), this);
        } else {
            call.body().receive(Limits.BODY_BYTES, this);
        }
    }

    /** The caller has been told to go on with its body. */
    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
        call.body().receive(Limits.BODY_BYTES, this);
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
        broken(exception);
    }

    @Override
    public void whole(byte[] body) {
        run(body);
    }

    @Override
    public void tooLarge() {
        refuse(bodyTooLarge());
    }

    @Override
    public void broken(IOException reason) {
        log.debug("the body broke off", reason);
        call.close();
    }

    /** @param body what was sent, or null when the method has none */
    void run(byte @Nullable [] body) {
        try {
            RouteRun run = new RouteRun(call, entry, request(), body);
            call.limit(limits.turn(), () -> endWaiting(run));
            threads().execute(run);
        } catch (RejectedExecutionException e) {
            refuse(tooMany());
        } catch (ApiException e) {
            refuse(e);
        }
    }

    private Executor threads() {
        return entry.route() instanceof OwnedRoute owned ? owned.threads() : workers;
    }

    /** Its turn has not come, and never will; or its route has begun, and has what is left of the time. */
    private void endWaiting(RouteRun run) {
        if (run.take()) {
            refuse(tooMany());
        } else if (!call.isAnswered()) {
            call.limit(limits.route().minus(limits.turn()), () -> tooSlow(run));
        }
    }

    /** The route may have done its work: nothing here invites the caller to ask for it again. */
    private void tooSlow(RouteRun run) {
        Failure answer = Failure.of("No answer in time");
        run.tell(null);
        log.warn(
                "{} {} of {} has not answered within {}, reference {}",
                entry.endpoint().method(),
                entry.endpoint().path(),
                entry.route() instanceof OwnedRoute owned ? owned.owner() : "core",
                limits.route(),
                answer.reference());
        call.answer(answer.response());
    }

    private static ApiException tooMany() {
        return ApiException.unavailable(Duration.ofSeconds(1), "Too many requests at once");
    }

    private void refuse(ApiException refusal) {
        call.answer(refusal.response());
    }

    private ApiRequest request() {
        Map<String, String> headers = new HashMap<>();
        for (HeaderValues values : call.exchange().getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), String.join(", ", values));
        }
        Map<String, String> query = new HashMap<>();
        for (Map.Entry<String, Deque<String>> parameter :
                call.exchange().getQueryParameters().entrySet()) {
            if (parameter.getValue().size() > 1) {
                throw ApiException.invalid(
                        List.of(new FieldFault(parameter.getKey(), "must be given once in the query")));
            }
            query.put(parameter.getKey(), parameter.getValue().getFirst());
        }
        return ApiRequest.of(headers, query, entry.parameters(RequestTarget.path(call.exchange())));
    }
}
