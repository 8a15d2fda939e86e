package app.moddy.sandbox.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nonces, and that they are not kept for ever. */
class NoncesTest {
    private final World world = new World();
    private final Channel channel = world.channels().openDirect(world.users().named("ada", false));
    private final Nonces nonces = new Nonces(world.clock());

    private Message message(String nonce) {
        var json = Json.object().put("id", world.ids().next());
        Message message = new Message(channel, world.users().self(), json, nonce);
        nonces.remember(message);
        return message;
    }

    @Test
    void findsAMessageForFiveMinutesAndForgetsItThen() {
        Message first = message("a");
        world.clock().advance(Duration.ofMinutes(4));
        Message second = message("b");
        assertThat(nonces.find(channel, "a")).containsSame(first);
        assertThat(nonces.size()).isEqualTo(2);
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(nonces.find(channel, "a")).isEmpty();
        assertThat(nonces.find(channel, "b")).containsSame(second);
        assertThat(nonces.size()).isEqualTo(1);
    }
}
