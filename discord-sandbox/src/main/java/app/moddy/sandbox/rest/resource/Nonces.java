package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.WorldClock;
import java.time.Duration;
import java.util.HashMap;
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
    private final Map<String, Message> messages = new HashMap<>();

    Nonces(WorldClock clock) {
        this.clock = clock;
    }

    Optional<Message> find(Channel channel, String nonce) {
        return Optional.ofNullable(messages.get(key(channel, nonce)))
                .filter(message -> clock.now().isBefore(message.time().plus(WINDOW)));
    }

    void remember(Message message) {
        String nonce = message.nonce();
        if (nonce != null) {
            messages.put(key(message.channel(), nonce), message);
        }
    }

    private static String key(Channel channel, String nonce) {
        return channel.id() + ":" + nonce;
    }
}
