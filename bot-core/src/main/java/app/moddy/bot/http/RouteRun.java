package app.moddy.bot.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its worker thread: parsed, handed to its route, answered when the route's stage completes. */
final class RouteRun implements Runnable {
    /** The body of 500: the log has the same reference. */
    private record Failure(String error, String reference) {}

    private static final Logger log = LoggerFactory.getLogger(RouteRun.class);

    private final Call call;
    private final RouteTable.Entry entry;
    private final ApiRequest request;
    private final byte @Nullable [] body;

    /** @param body what was sent, or null when the method has none */
    RouteRun(Call call, RouteTable.Entry entry, ApiRequest request, byte @Nullable [] body) {
        this.call = call;
        this.entry = entry;
        this.request = request;
        this.body = body;
    }

    @Override
    public void run() {
        if (call.isAnswered()) {
            // it waited here for too long: its caller was told so, and must not find it done nevertheless
            return;
        }
        try {
            ApiRequest whole = body == null ? request : request.withBody(JsonBody.parse(body));
            entry.route().handle(whole).whenComplete(this::complete);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void complete(@Nullable ApiResponse response, @Nullable Throwable failure) {
        if (failure != null) {
            fail(failure);
        } else if (response == null) {
            fail(new IllegalStateException("the route answered null"));
        } else {
            try {
                call.answer(response);
            } catch (IllegalArgumentException e) {
                fail(e);
            }
        }
    }

    private void fail(Throwable thrown) {
        Throwable failure = thrown;
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        if (failure instanceof ApiException expected) {
            call.answer(expected.response());
        } else {
            String reference = "%08x".formatted(ThreadLocalRandom.current().nextInt());
            Endpoint endpoint = entry.endpoint();
            log.error("{} {} failed, reference {}", endpoint.method(), endpoint.path(), reference, failure);
            call.answer(ApiResponse.of(500, new Failure("Internal error", reference)));
        }
    }
}
