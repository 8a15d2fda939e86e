package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognizes a message that is sent again with the same nonce. Discord documents "a few minutes" and the author as
 * the key; the window of five minutes and the channel in the key are assumptions.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create message</a>
 */
final class Nonces {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final WorldClock clock;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    Nonces(WorldClock clock) {
        this.clock = clock;
    }

    Optional<Message> find(Channel channel, String nonce) {
        purge();
        return Optional.ofNullable(messages.get(key(channel, nonce)));
    }

    void remember(Message message) {
        String nonce = message.nonce();
        if (nonce != null) {
            purge();
            String key = key(message.channel(), nonce);
            // Out and in again: the order is that of the times.
            messages.remove(key);
            messages.put(key, message);
        }
    }

    /** Forgets what is too old; the oldest come first. */
    private void purge() {
        Instant begin = clock.now().minus(WINDOW);
        Iterator<Message> oldest = messages.values().iterator();
        while (oldest.hasNext() && !oldest.next().time().isAfter(begin)) {
            oldest.remove();
        }
    }

    int size() {
        return messages.size();
    }

    private static String key(Channel channel, String nonce) {
        return channel.id() + ":" + nonce;
    }
}
