package app.moddy.bot.discord;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * The right to make one delivery now, within the pace. Whoever has it uses exactly one of its methods, once and soon: it is
 * counted as under way until then. Thread-safe.
 */
public interface Slot {
    /**
     * Sends a message: one call, and one more to open the DM channel when it is not known, or no longer there.
     *
     * @return what became of it within 25 s, completed on a thread that must not be blocked, and exceptionally only on a
     *     bug; after that time nothing more is sent for this call
     */
    CompletionStage<Delivery> send(DirectMessage message);

    /**
     * Looks for a message of ours in the user's DMs, by the {@code Ref} in its footer.
     *
     * @param ref the message's ref
     * @param since it was not sent before
     * @param warrant whether Discord may still be asked, and anything of the user be kept
     * @return what was found, likewise
     */
    CompletionStage<Search> search(Snowflake user, String ref, Instant since, Warrant warrant);

    /** The same, where the database has nothing to say about it. */
    default CompletionStage<Search> search(Snowflake user, String ref, Instant since, BooleanSupplier mayGoOut) {
        return search(user, ref, since, Warrant.of(mayGoOut));
    }

    /** Makes no delivery. */
    void giveBack();
}
