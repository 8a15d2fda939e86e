package app.moddy.bot.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * The door to people: sends direct messages, within the pace that Discord allows. Nothing waits in here: what can not go out
 * now is refused, and waits with whoever asked. Thread-safe.
 */
public interface Messenger {
    /** What it takes to write to this user. Never fails: when nobody can say now, it is {@link Reach#NEW}. */
    CompletionStage<Reach> reach(Snowflake user);

    /** The right to write to one user of this reach now; empty when the pace, an alarm or Discord's state forbids it. */
    Optional<Slot> slot(Reach reach);

    /** How many slots there are now. */
    int room(Reach reach);

    /**
     * When there may be a slot again: zero when there is one now, else a guess that is never too long. Ask again then.
     */
    Duration untilRoom(Reach reach);

    /** How long it takes until this many messages to users of this reach are sent, at the pace and as Discord is now. */
    Duration timeFor(long messages, Reach reach);

    /**
     * Sends one message to one user at once, or not at all: without a slot the outcome is {@link DeliveryOutcome#NOT_NOW}.
     * For plugins that keep no queue of their own.
     *
     * @return what became of it, as {@link Slot#send} gives it
     */
    CompletionStage<Delivery> sendDirect(Snowflake user, MessageCreateData content, String nonce);

    /**
     * Mentions a user in a channel of a guild, if they are a member of it; nobody else is pinged.
     *
     * @param text what stands behind the mention, at most 1,900 characters
     * @param nonce as in {@link DirectMessage}
     * @return {@link DeliveryOutcome#USER_NOT_FOUND} when they are no member
     */
    CompletionStage<Delivery> mention(Snowflake user, Snowflake channel, String text, String nonce);

    /** What Discord said of this user's closed DMs no longer counts: the next message to them is put to Discord. */
    void askAgain(Snowflake user);

    /**
     * What stands in the way of a message to this user now. Asks Discord whether they share a guild with the bot, at the cost
     * of up to five requests, within five seconds; whatever it says, the stage does not fail.
     */
    CompletionStage<Outlook> outlook(Snowflake user);

    /** Forgets all that is kept of this user: they wish to be erased. The stage fails when it can not be done now. */
    CompletionStage<Void> forget(Snowflake user);
}
