package app.moddy.bot.discord;

import app.moddy.bot.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DM channel ids of users written to before, so that the next message costs one call. They never change for a bot
 * and a user. All are in the store, those last used in memory too. Thread-safe.
 */
final class DmChannels {
    private static final Logger log = LoggerFactory.getLogger(DmChannels.class);

    private final Store store;
    private final Map<Snowflake, Long> inMemory;
    private boolean isTold;

    DmChannels(Store store, int mostInMemory) {
        this.store = store;
        this.inMemory = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Snowflake, Long> eldest) {
                return size() > mostInMemory;
            }
        };
    }

    /** The channel with this user; never fails: one that cannot be read now is opened again, at the cost of a call. */
    CompletionStage<Optional<Long>> of(Snowflake user) {
        Long known = get(user);
        if (known != null) {
            return CompletableFuture.completedStage(Optional.of(known));
        }
        return store.read(sql -> sql.first(
                        "SELECT channel_id FROM dm_channel WHERE user_id = ?", row -> row.getLong(1), user.id()))
                .handle((kept, failure) -> {
                    if (failure != null) {
                        tell(failure);
                        return Optional.empty();
                    }
                    kept.ifPresent(channel -> put(user, channel));
                    return kept;
                });
    }

    private synchronized @Nullable Long get(Snowflake user) {
        return inMemory.get(user);
    }

    private synchronized void put(Snowflake user, long channel) {
        inMemory.put(user, channel);
    }

    /** Nobody waits for it: what is not written is opened again after a restart. */
    void remember(Snowflake user, long channel) {
        put(user, channel);
        store.write(sql -> sql.update(
                        "INSERT INTO dm_channel (user_id, channel_id) VALUES (?, ?) ON CONFLICT (user_id)"
                                + " DO UPDATE SET channel_id = excluded.channel_id",
                        user.id(),
                        channel))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        tell(failure);
                    }
                });
    }

    /** Fails when the store cannot forget it now; nobody needs to wait for it. */
    CompletionStage<Void> forget(Snowflake user) {
        synchronized (this) {
            inMemory.remove(user);
        }
        return store.write(sql -> sql.update("DELETE FROM dm_channel WHERE user_id = ?", user.id()))
                .thenAccept(rows -> {});
    }

    /** Once is enough: the store tells of its own troubles. */
    private synchronized void tell(Throwable failure) {
        if (!isTold) {
            isTold = true;
            log.warn("Cannot keep DM channels in the store: a DM may cost a call more", failure);
        }
    }
}
