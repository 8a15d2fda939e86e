package app.moddy.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sees every try of every request once a connection stands, those that JDA and OkHttp repeat by themselves too, and tells
 * the {@link Traffic}, and the attempt that it belongs to. A network interceptor of OkHttp: what never reaches it was never
 * sent. Thread-safe.
 */
final class WireTap implements Interceptor {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration NOT_DISCORDS = Duration.ofMinutes(1);

    private final WirePace pace;
    private final UsedUpLimits usedUp = new UsedUpLimits(System::nanoTime);
    private final ToldLimits told = new ToldLimits(System::nanoTime);
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
    private final List<Traffic> listeners = new CopyOnWriteArrayList<>();

    WireTap(WirePace pace) {
        this.pace = pace;
    }

    /** One more hears of the traffic from now on. */
    void reportTo(Traffic listener) {
        listeners.add(listener);
    }

    /**
     * From now on its tries are known, and it hears of limits: of those that begin, and at once of one that holds already. In that
     * order: one that begins in between would be heard of by nobody, and JDA would keep the call for as long as that lasts.
     */
    void watch(Attempt attempt) {
        attempts.add(attempt);
        told.putOffUnlessSoonOver(attempt);
        putOffIfUsedUp(attempt);
    }

    /** Another request of the same call begins. */
    void goesOn(Attempt attempt) {
        attempt.goesOn();
        told.putOffUnlessSoonOver(attempt);
        putOffIfUsedUp(attempt);
    }

    void forget(Attempt attempt) {
        attempts.remove(attempt);
    }

    private void putOffIfUsedUp(Attempt attempt) {
        Duration reset = usedUp.untilReset(attempt.key());
        if (reset.compareTo(attempt.left()) > 0) { // JDA would keep it for longer than it may take
            attempt.limited("rate limited", reset, true);
        }
    }

    /** How long Discord takes no more calls like this one; zero when it takes them, or nothing is known. */
    Duration untilReset(WireKey key) {
        return usedUp.untilReset(key);
    }

    /** No answer came to a call, or not even a connection: told once a call, by {@link FailureTap}. */
    void failed() {
        listeners.forEach(Traffic::failed);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (WireKey.needsNoToken(chain.request())) {
            return chain.proceed(chain.request());
        }
        pace.await();
        WireKey key = WireKey.of(chain.request());
        Attempt attempt = attemptOf(key);
        if (attempt == null) {
            listeners.forEach(Traffic::unpaid);
        } else {
            told.putOff(attempt); // JDA and OkHttp repeat some tries without looking at limits
            putOffIfUsedUp(attempt);
            if (!attempt.goesOut()) {
                throw new GivenUpException();
            }
        }
        try {
            Response response = chain.proceed(chain.request());
            Attempt.answeredHere();
            report(response, key, attempt);
            return response;
        } catch (IOException e) {
            if (attempt != null) {
                attempt.broke(e.getClass().getSimpleName());
            }
            throw e;
        }
    }

    /** A call that was given up is watched no longer, and still refuses the try that JDA was about to make. */
    private @Nullable Attempt attemptOf(@Nullable WireKey key) {
        if (key == null) {
            return null;
        }
        Attempt next = Attempt.next(key);
        return next != null
                ? next
                : attempts.stream()
                        .filter(attempt -> attempt.key().equals(key))
                        .findAny()
                        .orElse(null);
    }

    private void report(Response response, @Nullable WireKey key, @Nullable Attempt attempt) {
        JsonNode error = response.isSuccessful() ? MissingNode.getInstance() : ErrorBody.of(response);
        int code = error.path("code").asInt(0);
        String description = ErrorCodes.describe(response.code(), code);
        if (attempt != null) {
            attempt.answered(verdict(response, error, code), description);
        }
        if (response.code() == TOO_MANY_REQUESTS) {
            limited(response, error, key, description);
            attempts.forEach(told::putOff);
        }
        listeners.forEach(traffic -> traffic.answered(response.code(), code));
        if (key != null && usedUp.answered(key, response)) {
            attempts.forEach(this::putOffIfUsedUp);
        }
    }

    private static Verdict verdict(Response response, JsonNode error, int code) {
        Verdict verdict = ErrorCodes.verdict(response.code(), code);
        if (verdict.kind() == Verdict.Kind.REFUSED && !error.has("code")) {
            return Verdict.notNow(NOT_DISCORDS); // a proxy's refusal, or Cloudflare's
        }
        return verdict.kind() == Verdict.Kind.NOT_NOW && error.has("retry_after")
                ? new Verdict(Verdict.Kind.NOT_NOW, inBody(error), verdict.alarm())
                : verdict;
    }

    /** What waits in JDA for a limit waits with whoever asked instead. */
    private void limited(Response response, JsonNode error, @Nullable WireKey key, String description) {
        Duration inHeader = Duration.ofSeconds(RetryAfter.seconds(response.header("Retry-After")));
        Duration pause = inHeader.compareTo(inBody(error)) > 0 ? inHeader : inBody(error); // as JDA waits
        boolean cloudflare = response.header("Via") == null;
        boolean global = response.header("X-RateLimit-Global") != null
                || error.path("global").asBoolean();
        if (cloudflare || global) {
            listeners.forEach(traffic -> traffic.limited(Traffic.Scope.EVERYTHING, pause));
            attempts.forEach(told.toldOfAll(description, pause)::putOff);
        } else if (key != null && key.limit() != null) {
            if (WireKey.opensChannel(response.request())) {
                listeners.forEach(traffic -> traffic.limited(Traffic.Scope.OPENING, pause));
            }
            attempts.forEach(told.told(key.limit(), description, pause)::putOff);
        }
    }

    private static Duration inBody(JsonNode error) {
        double seconds = error.path("retry_after").asDouble(0);
        return Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(seconds, RetryAfter.LONGEST_SECONDS)) * 1000));
    }

    /** It was given up before it was sent; no failure of Discord's. */
    static final class GivenUpException extends IOException {
        private static final long serialVersionUID = 1;

        GivenUpException() {
            super("given up before it was sent");
        }
    }
}
