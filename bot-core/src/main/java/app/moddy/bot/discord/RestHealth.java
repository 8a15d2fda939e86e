package app.moddy.bot.discord;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Whether Discord's REST API works at all. One bad answer says nothing; several in a row, and the last not long ago, do.
 * An application interceptor of OkHttp: sees each call once, also those that find no connection. Thread-safe.
 */
final class RestHealth implements Interceptor {
    private static final int SEVERAL = 5;
    private static final Duration NOT_LONG_AGO = Duration.ofMinutes(1);
    private static final int UNAUTHORIZED = 401;

    private final Clock clock;
    private boolean everWorked;
    private int failuresInARow;
    private Instant lastFailure = Instant.EPOCH;

    RestHealth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            answered(response.code());
            return response;
        } catch (IOException e) {
            failed();
            throw e;
        }
    }

    synchronized void answered(int httpStatus) {
        if (httpStatus >= 500 || httpStatus == UNAUTHORIZED) {
            failed();
        } else {
            everWorked = true;
            failuresInARow = 0;
        }
    }

    synchronized void failed() {
        failuresInARow++;
        lastFailure = clock.instant();
    }

    synchronized boolean works() {
        return everWorked
                && (failuresInARow < SEVERAL || lastFailure.plus(NOT_LONG_AGO).isBefore(clock.instant()));
    }
}
