package app.moddy.health;

import app.moddy.bot.discord.Alarm;
import app.moddy.bot.discord.DiscordStatus;
import com.google.inject.AbstractModule;
import java.time.Duration;
import java.util.List;

/** A connection that works but for its alarms, which the test has: a replacement for core's own. */
final class AlarmedStatus extends AbstractModule {
    private final List<Alarm> alarms;

    /** @param alarms may change while the bot runs */
    AlarmedStatus(List<Alarm> alarms) {
        this.alarms = alarms;
    }

    @Override
    protected void configure() {
        bind(DiscordStatus.class).toInstance(new DiscordStatus() {
            @Override
            public Gateway gateway() {
                return Gateway.CONNECTED;
            }

            @Override
            public Duration gatewayGoneFor() {
                return Duration.ZERO;
            }

            @Override
            public boolean restWorks() {
                return true;
            }

            @Override
            public List<Alarm> alarms() {
                return List.copyOf(alarms);
            }
        });
    }
}
