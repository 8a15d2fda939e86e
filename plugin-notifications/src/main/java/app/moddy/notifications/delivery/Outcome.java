package app.moddy.notifications.delivery;

import java.util.Locale;

/** What became of a notification. A closed set: switch over it without {@code default}. */
public enum Outcome {
    /** Nothing yet: it will be delivered, or given up. */
    PENDING,
    /** It is in the user's DMs. */
    DELIVERED,
    /** There is no such user, none that shares a server with the bot, or it is a bot. */
    USER_NOT_FOUND,
    /** The user takes no direct messages from the bot; it waits in their inbox. */
    DM_CLOSED,
    /** The same, and they were mentioned in the fallback channel. */
    FALLBACK_CHANNEL,
    /** Discord refused it for good, or the bot itself failed before anything was sent. */
    REFUSED,
    /** It was sent, and nothing says whether it arrived; staff are asked. */
    UNCERTAIN,
    /** It was given up: nothing was sent in all the time that it had. */
    EXPIRED,
    /** The user was erased before it was delivered. */
    ERASED;

    /** As it is written in JSON and in the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
