package app.moddy.bot.discord;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Gives every 429 a {@code Retry-After} of whole seconds, as Discord does and a proxy in between may not: JDA repeats a call
 * at once, again and again, when there is none, or zero, or a fraction. An interceptor of OkHttp; stateless.
 */
final class RetryAfter implements Interceptor {
    /** Discord says no more: a limit of a day is its ban of an address. Whatever says more is wrong. */
    static final Duration LONGEST = Duration.ofDays(1);

    static final double LONGEST_SECONDS = 86_400;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String HEADER = "Retry-After";
    private static final long UNTOLD_SECONDS = 5;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() != TOO_MANY_REQUESTS) {
            return response;
        }
        return response.newBuilder()
                .header(HEADER, Long.toString(seconds(response.header(HEADER))))
                .build();
    }

    static long seconds(@Nullable String told) {
        if (told == null) {
            return UNTOLD_SECONDS;
        }
        try {
            double seconds = Math.ceil(Double.parseDouble(told.strip()));
            return Double.isNaN(seconds) ? UNTOLD_SECONDS : (long) Math.max(1, Math.min(seconds, LONGEST_SECONDS));
        } catch (NumberFormatException aDate) { // RFC 9110 §10.2.3 allows one; JDA does not read it
            return UNTOLD_SECONDS;
        }
    }
}
