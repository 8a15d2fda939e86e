package app.moddy.bot.command;

import com.google.inject.AbstractModule;
import java.time.Duration;

/** Nobody waits for a slow command for as long as usual before it is acknowledged. A replacement for {@code RunningBot}. */
public final class EarlyAcknowledgement extends AbstractModule {
    private static final Duration SOON = Duration.ofMillis(300);

    @Override
    protected void configure() {
        bind(CommandLimits.class).toInstance(new CommandLimits(SOON, CommandLimits.DEFAULTS.run()));
    }
}
