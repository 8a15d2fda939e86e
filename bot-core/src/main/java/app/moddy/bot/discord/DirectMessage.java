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
 * @param mayGoOut asked before every try, from any thread; false: it is not sent
 */
public record DirectMessage(Snowflake user, MessageCreateData content, String nonce, BooleanSupplier mayGoOut) {}
