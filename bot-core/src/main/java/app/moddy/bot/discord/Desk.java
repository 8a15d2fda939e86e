package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;

/**
 * What a delivery needs.
 *
 * @param limit how long one may take
 */
record Desk(
        DiscordCalls calls,
        Clock clock,
        Duration limit,
        DmChannels channels,
        ClosedDms closed,
        Alarms alarms,
        Admission admission,
        Traffic traffic) {}
