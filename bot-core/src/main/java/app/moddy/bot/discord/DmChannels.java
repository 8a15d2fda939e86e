package app.moddy.bot.discord;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The DM channel ids of users written to before, so that the next message costs one call. They never change for a bot
 * and a user. The least recently used go first when there are too many. Thread-safe.
 */
final class DmChannels {
    private final Map<Snowflake, Long> channels;

    DmChannels(int capacity) {
        this.channels = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Snowflake, Long> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized @Nullable Long of(Snowflake user) {
        return channels.get(user);
    }

    synchronized void remember(Snowflake user, long channelId) {
        channels.put(user, channelId);
    }

    synchronized void forget(Snowflake user) {
        channels.remove(user);
    }
}
