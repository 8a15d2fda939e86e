package app.moddy.bot.discord;

import java.time.Duration;
import java.util.List;

/** How the connection to Discord is. Thread-safe; asks nobody. */
public interface DiscordStatus {
    /** Where the gateway is. */
    enum Gateway {
        /** Not one login has succeeded yet. */
        CONNECTING,
        /** Events arrive. */
        CONNECTED,
        /** It was connected, is not, and reconnects by itself. Messages can be sent meanwhile, unless the token is refused. */
        RECONNECTING,
        /** Another instance of the bot has it; this one has none, sends messages, and takes it when that one is gone. */
        STANDBY
    }

    /** Where the gateway is now. */
    Gateway gateway();

    /** For how long the gateway has been away; zero while connected or standing by. */
    Duration gatewayGoneFor();

    /**
     * Whether Discord's REST API answers: false after several calls in a row without a sensible answer. That it refuses the
     * token is one.
     */
    boolean restWorks();

    /** What keeps the whole bot from sending; empty when all is well. */
    List<Alarm> alarms();
}
