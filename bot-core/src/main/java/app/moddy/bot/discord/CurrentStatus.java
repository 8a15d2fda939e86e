package app.moddy.bot.discord;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** The status, put together of those who know. */
final class CurrentStatus implements DiscordStatus {
    private final DiscordConnection connection;
    private final RestHealth rest;
    private final Alarms alarms;

    @Inject
    CurrentStatus(DiscordConnection connection, RestHealth rest, Alarms alarms) {
        this.connection = connection;
        this.rest = rest;
        this.alarms = alarms;
    }

    @Override
    public Gateway gateway() {
        return connection.gateway();
    }

    @Override
    public Duration gatewayGoneFor() {
        return connection.gatewayGoneFor();
    }

    @Override
    public boolean restWorks() {
        return rest.works();
    }

    @Override
    public List<Alarm> alarms() {
        return alarms.all();
    }
}
