package app.moddy.bot.command;

import app.moddy.bot.message.Replies;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.store.StoreUncertainException;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plain sentences that core itself says to who uses a command. */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);

    private final Replies replies;

    Notices(Replies replies) {
        this.replies = replies;
    }

    MessageCreateData say(NoticeText notice, DiscordLocale language) {
        return MessageCreateData.fromContent(replies.say(language, "notice." + notice.key(), notice.values()));
    }

    /** Logs a failure once (too much work is none), and tells the caller nothing of it but where to find it. */
    static NoticeText failure(String label, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TooBusyException) {
            return NoticeText.BUSY;
        }
        if (cause instanceof StoreUnavailableException) { // the store has said in the log what it is
            log.warn("{}: {}", label, cause.getMessage());
            return cause instanceof StoreUncertainException ? NoticeText.STORE_UNCERTAIN : NoticeText.STORE_UNAVAILABLE;
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("{} failed, reference {}", label, reference, cause);
        return NoticeText.of("failed", "reference", reference);
    }
}
