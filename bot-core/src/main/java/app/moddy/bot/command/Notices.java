package app.moddy.bot.command;

import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plain sentences that core itself says to who uses a command. */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);

    static final MessageCreateData NOT_YOURS = say("This command is not for you here.");
    static final MessageCreateData UNKNOWN = say("This command no longer exists. Discord will forget it soon.");
    static final MessageCreateData RESTARTING = say("The bot is restarting. Please try again in a minute.");
    private static final MessageCreateData BUSY = say("Too much is going on just now. Please try again in a minute.");
    static final MessageCreateData QUESTION_OVER = say("This button no longer works. Please run the command again.");

    private Notices() {}

    /** Logs a failure once (too much work is none), and tells the caller nothing of it but where to find it. */
    static MessageCreateData failure(String command, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TooBusyException) {
            return BUSY;
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("/{} failed, reference {}", command, reference, cause);
        return say("Something went wrong on our side. Please tell a developer this reference: `" + reference + "`");
    }

    private static MessageCreateData say(String text) {
        return MessageCreateData.fromContent(text);
    }
}
