package app.moddy.bot.discord;

/** What became of one attempt to send a message to a user. A closed set: switch over it without {@code default}. */
public enum DeliveryOutcome {
    /** The message is in the user's DMs. */
    DELIVERED,
    /** There is no such user, none that shares a server with the bot, or it is a bot. */
    USER_NOT_FOUND,
    /** The user takes no direct messages from the bot. */
    DM_CLOSED,
    /** Discord will never take this message. */
    REFUSED,
    /** Nothing was sent, and later it may work: not connected, rate limited, Discord unreachable. */
    NOT_NOW,
    /** It was sent, and nobody can say whether it arrived: sending it again risks a second message. */
    UNCERTAIN
}
