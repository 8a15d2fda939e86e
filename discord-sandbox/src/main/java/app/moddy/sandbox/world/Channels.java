package app.moddy.sandbox.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All channels. Guarded by the world's lock. */
public final class Channels {
    private final Snowflakes ids;
    private final Map<String, Channel> byId = new LinkedHashMap<>();

    Channels(Snowflakes ids) {
        this.ids = ids;
    }

    Channel add(Channel channel) {
        byId.put(channel.id(), channel);
        return channel;
    }

    public @Nullable Channel byId(String id) {
        return byId.get(id);
    }

    public Collection<Channel> all() {
        return byId.values();
    }

    /** Returns the direct messages of the bot and a user, or null when nobody opened them yet. */
    public @Nullable Channel direct(User user) {
        return byId.values().stream()
                .filter(channel -> channel.recipient() == user)
                .findFirst()
                .orElse(null);
    }

    /** Returns the direct messages of the bot and a user; always the same channel. */
    public Channel openDirect(User user) {
        Channel known = direct(user);
        return known != null ? known : add(Channel.direct(ids.next(), user));
    }
}
