package app.moddy.bot.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would stand in the way of a direct message to a user, were it sent now. Discord itself answers only to a message: it
 * can not be asked whether a user's DMs are open.
 *
 * @param acquaintance whether Discord lets the bot write to them at all
 * @param reach what it takes to write to them
 * @param closedUntil until when the bot remembers that they take no DMs, and does not ask again; null when it remembers nothing
 * @param alarms what keeps all messages of this reach from being sent; empty when nothing does
 * @param pausedUntil when a rate limit of Discord's on all messages of this reach ends; null when there is none
 * @param expectedWait how long one message of this reach waits for its turn: pace, alarms, limits and outages together; a
 *     guess
 * @param connected whether the bot can make requests: the first login has succeeded, and it is not stopping
 * @param restWorks whether Discord's REST API answers
 */
public record Outlook(
        Acquaintance acquaintance,
        Reach reach,
        @Nullable Instant closedUntil,
        List<Alarm> alarms,
        @Nullable Instant pausedUntil,
        Duration expectedWait,
        boolean connected,
        boolean restWorks) {
    /** Whether Discord lets the bot write to a user. A closed set: switch over it without {@code default}. */
    public enum Acquaintance {
        /** They share a guild with the bot. */
        SHARES_A_GUILD,
        /** They share none: Discord refuses messages to them. */
        SHARES_NONE,
        /** They are a bot, or this bot itself: it can not be written to. */
        BOT,
        /** Discord did not say, or the bot is in more guilds than are looked into. */
        NOT_KNOWN
    }

    public Outlook {
        alarms = List.copyOf(alarms);
    }
}
