package app.moddy.bot.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A route made of an endpoint and a function. */
record TestRoute(Endpoint endpoint, Function<ApiRequest, CompletionStage<ApiResponse>> handler) implements Route {
    /** {@code POST /internal/echo}: what arrived. */
    static Route echo() {
        return answering(Endpoint.post("/internal/echo"), request -> ApiResponse.ok(request.body()));
    }

    /** {@code GET /internal/hello}. */
    static Route hello() {
        return answering(Endpoint.get("/internal/hello"), request -> ApiResponse.ok(Map.of("hello", "world")));
    }

    /** {@code GET /internal/health/live}, open. */
    static Route live() {
        return answering(
                Endpoint.get("/internal/health/live").withoutToken(),
                request -> ApiResponse.ok(new LinkedHashMap<>(Map.of("status", "up"))));
    }

    static Route answering(Endpoint endpoint, Function<ApiRequest, ApiResponse> answer) {
        return new TestRoute(endpoint, request -> CompletableFuture.completedFuture(answer.apply(request)));
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return handler.apply(request);
    }
}
