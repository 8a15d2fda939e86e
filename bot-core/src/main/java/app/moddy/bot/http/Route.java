package app.moddy.bot.http;

import java.util.concurrent.CompletionStage;

/** One answer of the internal API: what it answers to, and how. Called by several threads at once. */
public interface Route {
    /** What it answers to. Asked once, at the start; no two routes have the same. */
    Endpoint endpoint();

    /**
     * Answers one request that has passed every check of the server: token, size, type, well-formed body. Runs on a
     * worker thread and does not wait there: what takes time completes the stage, from any thread. After 9 s the caller
     * gets 500 without an invitation to repeat it, and a later answer is dropped.
     *
     * @return the answer; completed with an {@link ApiException} for any other than success. Any other exception, thrown
     *     or completing the stage, is a bug: 500 with a reference that the log has too
     * @throws ApiException likewise, when it is known at once
     */
    CompletionStage<ApiResponse> handle(ApiRequest request);
}
