package app.moddy.bot.discord;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Hears of calls that get no answer, also those that find no connection. An application interceptor of OkHttp. Thread-safe. */
final class FailureTap implements Interceptor {
    private final WireTap wire;

    FailureTap(WireTap wire) {
        this.wire = wire;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (WireTap.GivenUpException ours) {
            throw ours;
        } catch (IOException e) {
            wire.failed();
            throw e;
        }
    }
}
