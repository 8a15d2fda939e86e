package app.moddy.bot.discord;

import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Sends direct messages to people. Thread-safe. */
public interface Messenger {
    /**
     * Sends one message to one user, once: known users cost one call to Discord, others two.
     *
     * <p>The stage completes within 7.5 seconds, on a thread that must not be blocked, and exceptionally only on a bug.
     * After that time nothing more is sent for this call.
     *
     * @param user who gets it
     * @param message what; mentions in it never ping anyone
     * @param nonce at most 25 characters, one per message: within some minutes Discord makes one message of all that
     *     carry the same one (<a href="https://discord.com/developers/docs/resources/message#create-message">Discord:
     *     enforce_nonce</a>)
     */
    CompletionStage<Delivery> sendDirect(Snowflake user, MessageCreateData message, String nonce);
}
