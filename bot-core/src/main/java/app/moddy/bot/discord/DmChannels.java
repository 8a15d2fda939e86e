package app.moddy.bot.discord;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DM channel ids of users written to before, so that the next message costs one call. They never change for a bot
 * and a user. All are in the store, those last used in memory too. Of who is erased none stays, whichever instance was just
 * asking for it. Thread-safe.
 */
final class DmChannels {
    private static final Logger log = LoggerFactory.getLogger(DmChannels.class);

    private final Store store;
    private final UserMemory<Known> inMemory;
    private final AtomicBoolean isTold = new AtomicBoolean();

    DmChannels(Store store, int mostInMemory) {
        this.store = store;
        this.inMemory = new UserMemory<>(mostInMemory);
    }

    /**
     * What is known of a user.
     *
     * @param channel theirs with us, if we have written to them
     * @param asOf the number of the last erasure when it was so
     */
    record Known(Optional<Long> channel, long asOf) {}

    /** The channel with this user; never fails: one that cannot be read now is opened again, at the cost of a call. */
    CompletionStage<Known> of(Snowflake user) {
        Known known = inMemory.get(user);
        if (known != null) {
            return CompletableFuture.completedStage(known);
        }
        return store.read(sql -> known(sql, user)).handle((kept, failure) -> {
            if (failure != null) {
                tell(failure);
                return new Known(Optional.empty(), inMemory.heardOf());
            }
            if (kept.channel().isPresent()) {
                inMemory.put(user, kept, kept.asOf());
            }
            return kept;
        });
    }

    private static Known known(Sql sql, Snowflake user) {
        long asOf = Forgetting.last(sql); // first: what is read after it is not older
        return new Known(
                sql.first("SELECT channel_id FROM dm_channel WHERE user_id = ?", row -> row.getLong(1), user.id()),
                asOf);
    }

    /**
     * Nobody waits for it: what is not written is opened again after a restart.
     *
     * @param asOf the number of the last erasure before it was opened
     * @param warrant without it, it is forgotten again
     */
    void remember(Snowflake user, long channel, long asOf, Warrant warrant) {
        Known known = new Known(Optional.of(channel), asOf);
        inMemory.put(user, known, asOf);
        store.write(sql -> Forgetting.last(sql) == asOf && warrant.holds(sql) && keep(sql, user, channel))
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        tell(failure);
                    } else if (!kept) {
                        inMemory.remove(user, known);
                    }
                });
    }

    private static boolean keep(Sql sql, Snowflake user, long channel) {
        return sql.update(
                        "INSERT INTO dm_channel (user_id, channel_id) VALUES (?, ?) ON CONFLICT (user_id)"
                                + " DO UPDATE SET channel_id = excluded.channel_id",
                        user.id(),
                        channel)
                == 1;
    }

    /** Discord says that there is no such channel. It need not be written: then that is found out once more. */
    void gone(Snowflake user) {
        inMemory.remove(user);
        store.write(sql -> delete(sql, user));
    }

    private static int delete(Sql sql, Snowflake user) {
        return sql.update("DELETE FROM dm_channel WHERE user_id = ?", user.id());
    }

    /** They are erased; gives the number of it. Fails when the store cannot forget them now. */
    CompletionStage<Long> forget(Snowflake user) {
        inMemory.remove(user);
        return store.write(sql -> {
                    delete(sql, user);
                    return Forgetting.next(sql);
                })
                .thenApply(number -> {
                    inMemory.forgotten(user, number); // it may have been read just before
                    return number;
                });
    }

    /** Looks whether other instances have erased anybody: then all that is in memory is read anew. Tells the number of the last. */
    void look(LongConsumer then) {
        store.read(Forgetting::last).thenAccept(number -> {
            inMemory.forgottenUpTo(number);
            then.accept(number);
        });
    }

    /** Once is enough: the store tells of its own troubles. */
    private void tell(Throwable failure) {
        if (!isTold.getAndSet(true)) {
            log.warn("Cannot keep DM channels in the store: a DM may cost a call more", failure);
        }
    }
}
