package app.moddy.bot.discord;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * Sees every try of every REST call once a connection stands, those that JDA and OkHttp repeat by themselves too, and
 * tells the message that it belongs to (by its nonce) and the {@link RestHealth}. A network interceptor of OkHttp: what
 * never reaches it was never sent. Thread-safe.
 */
final class WireTap implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PEEK_BYTES = 4096;

    private final RestHealth health;
    private final Map<String, SendAttempt> attempts = new ConcurrentHashMap<>();

    WireTap(RestHealth health) {
        this.health = health;
    }

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
        if (attempt != null && !attempt.goesOut()) {
            throw new IOException("given up before it was sent");
        }
        try {
            Response response = chain.proceed(chain.request());
            health.answered(response.code());
            if (attempt != null) {
                report(response, attempt);
            }
            return response;
        } catch (IOException e) {
            health.failed();
            if (attempt != null) {
                attempt.broke(e.getClass().getSimpleName());
            }
            throw e;
        }
    }

    private static void report(Response response, SendAttempt attempt) throws IOException {
        JsonNode error = response.isSuccessful() ? null : error(response);
        int code = error == null ? 0 : error.path("code").asInt(0);
        Verdict verdict = ErrorCodes.verdict(response.code(), code);
        if (verdict.kind() == Verdict.Kind.NOT_NOW && error != null && error.has("retry_after")) {
            verdict = Verdict.notNow(seconds(error.path("retry_after").asDouble(0)));
        }
        attempt.answered(verdict, ErrorCodes.describe(response.code(), code));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(seconds, 86_400)) * 1000));
    }

    private static @Nullable JsonNode error(Response response) throws IOException {
        try {
            return JSON.readTree(response.peekBody(PEEK_BYTES).string());
        } catch (JacksonException e) { // a proxy's HTML: its status says all there is
            return null;
        }
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
