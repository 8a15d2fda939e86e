package app.moddy.bot.discord;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.time.Duration;

/** Shortens the time that a message may take, so that a test of its end need not wait for it. */
public final class SendLimits {
    private SendLimits() {}

    /** In place of 7.5 seconds. */
    public static Module of(Duration limit) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(SendLimit.class).toInstance(new SendLimit(limit));
            }
        };
    }
}
