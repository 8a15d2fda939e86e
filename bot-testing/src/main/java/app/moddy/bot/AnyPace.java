package app.moddy.bot;

import com.google.inject.AbstractModule;

/** A Discord without limits, at which any pace of the bot's is right: a replacement for {@code RunningBot}. */
public final class AnyPace extends AbstractModule {
    @Override
    protected void configure() {
        bind(DiscordsPace.class).toInstance(new DiscordsPace(Double.POSITIVE_INFINITY));
    }
}
