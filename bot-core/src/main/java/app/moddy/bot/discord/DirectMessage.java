package app.moddy.bot.discord;

import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A message for one user.
 *
 * @param user who gets it
 * @param content what; mentions in it never ping anyone
 * @param nonce at most 25 characters, one per message: within some minutes Discord makes one message of all that carry the
 *     same one (<a href="https://discord.com/developers/docs/resources/message#create-message">Discord: enforce_nonce</a>)
 * @param warrant whether it may still be sent, and anything of the user be kept for it
 */
public record DirectMessage(Snowflake user, MessageCreateData content, String nonce, Warrant warrant) {
    /** One about which the database has nothing to say. */
    public DirectMessage(Snowflake user, MessageCreateData content, String nonce, BooleanSupplier mayGoOut) {
        this(user, content, nonce, Warrant.of(mayGoOut));
    }
}
