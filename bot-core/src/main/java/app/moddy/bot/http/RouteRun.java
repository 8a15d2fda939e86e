package app.moddy.bot.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request where its route runs, a worker or its plugin's own threads: parsed, handed to its route, answered when the route's stage completes. */
final class RouteRun implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(RouteRun.class);

    private final Call call;
    private final RouteTable.Entry entry;
    private final ApiRequest request;
    private final byte @Nullable [] body;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param body what was sent, or null when the method has none */
    RouteRun(Call call, RouteTable.Entry entry, ApiRequest request, byte @Nullable [] body) {
        this.call = call;
        this.entry = entry;
        this.request = request;
        this.body = body;
    }

    /** Whether the caller is the first, of its worker and whoever ends its waiting: only that one answers it. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    @Override
    public void run() {
        if (!take()) {
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
            } catch (Throwable e) { // an answer that cannot be written
                fail(e);
            }
        }
    }

    /**
     * Whoever owns the route hears that it has failed, once.
     *
     * @param why null: it has not answered in time
     */
    void tell(@Nullable Throwable why) {
        if (entry.route() instanceof OwnedRoute owned && told.compareAndSet(false, true)) {
            owned.failed(why);
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
            tell(failure);
            Failure answer = Failure.of("Internal error");
            Endpoint endpoint = entry.endpoint();
            log.error("{} {} failed, reference {}", endpoint.method(), endpoint.path(), answer.reference(), failure);
            call.answer(answer.response());
        }
    }
}
