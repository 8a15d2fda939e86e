package app.moddy.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Sees every try of every message once a connection stands, those that JDA and OkHttp repeat by themselves too, and tells
 * the attempt that it belongs to, by its nonce. A network interceptor of OkHttp: what never reaches it was never sent.
 * Thread-safe.
 */
final class WireTap implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, SendAttempt> attempts = new ConcurrentHashMap<>();

    /** From now on the tries that carry this nonce belong to this attempt. */
    void watch(String nonce, SendAttempt attempt) {
        attempts.put(nonce, attempt);
    }

    void forget(String nonce) {
        attempts.remove(nonce);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        SendAttempt attempt = attemptOf(chain.request());
        if (attempt == null) {
            return chain.proceed(chain.request());
        }
        if (!attempt.goesOut()) {
            throw new IOException("given up before it was sent");
        }
        try {
            Response response = chain.proceed(chain.request());
            report(response, attempt);
            return response;
        } catch (IOException e) {
            attempt.broke(e.getClass().getSimpleName());
            throw e;
        }
    }

    private static void report(Response response, SendAttempt attempt) {
        JsonNode error = response.isSuccessful() ? MissingNode.getInstance() : ErrorBody.of(response);
        int code = error.path("code").asInt(0);
        Verdict verdict = ErrorCodes.verdict(response.code(), code);
        if (verdict.kind() == Verdict.Kind.NOT_NOW && error.has("retry_after")) {
            verdict = Verdict.notNow(seconds(error.path("retry_after").asDouble(0)));
        }
        attempt.answered(verdict, ErrorCodes.describe(response.code(), code));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(seconds, 86_400)) * 1000));
    }

    private @Nullable SendAttempt attemptOf(Request request) throws IOException {
        RequestBody body = request.body();
        if (attempts.isEmpty() || body == null || !isNewMessage(request)) {
            return null;
        }
        Buffer copy = new Buffer();
        body.writeTo(copy);
        JsonNode nonce = JSON.readTree(copy.inputStream()).path("nonce");
        return nonce.isMissingNode() ? null : attempts.get(nonce.asText());
    }

    private static boolean isNewMessage(Request request) {
        String path = request.url().encodedPath();
        return request.method().equals("POST") && path.contains("/channels/") && path.endsWith("/messages");
    }
}
