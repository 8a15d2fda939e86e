package app.moddy.bot.command;

import app.moddy.bot.store.StoreUnavailableException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plain sentences that core itself says to who uses a command. */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("not-yours", "This command is not for you here."),
            Map.entry("guild-only", "This command works in servers only."),
            Map.entry("not-here", "This command does not work here."),
            Map.entry("caller-needs", "You need these permissions here: {permissions}."),
            Map.entry("bot-needs", "The bot needs these permissions here: {permissions}."),
            Map.entry("cooldown", "You can use this again {until}."),
            Map.entry("unknown", "This command no longer exists. Discord will forget it soon."),
            Map.entry("restarting", "The bot is restarting. Please try again in a minute."),
            Map.entry("busy", "Too much is going on just now. Please try again in a minute."),
            Map.entry("button-over", "This button no longer works. Please run the command again."),
            Map.entry(
                    "store-unavailable",
                    "What the bot keeps cannot be read or recorded just now. Please try again in a minute."),
            Map.entry(
                    "failed",
                    "Something went wrong on our side. Please tell a developer this reference: `{reference}`"));

    private Notices() {}

    static MessageCreateData say(NoticeText notice, DiscordLocale language) {
        String text = Objects.requireNonNull(ENGLISH.get(notice.key()), notice.key());
        for (Map.Entry<String, ?> value : notice.values().entrySet()) {
            text = text.replace("{" + value.getKey() + "}", shown(value.getValue()));
        }
        return MessageCreateData.fromContent(text);
    }

    private static String shown(Object value) {
        return value instanceof Instant instant ? TimeFormat.RELATIVE.format(instant) : value.toString();
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
            return NoticeText.STORE_UNAVAILABLE;
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("{} failed, reference {}", label, reference, cause);
        return NoticeText.of("failed", "reference", reference);
    }
}
