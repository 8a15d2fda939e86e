package app.moddy.bot.discord;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of users until they are forgotten; of the many that it holds those go first of whom nobody has asked for
 * longest. Erasures are numbered (see {@link Forgetting}): what was learnt before one that this memory has heard of is not taken in
 * any more, since it may be of whoever was erased. Thread-safe.
 */
final class UserMemory<V> {
    private final Map<Snowflake, V> values;
    private long heardOf;

    UserMemory(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Snowflake, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The number of the last erasure that it has heard of. */
    synchronized long heardOf() {
        return heardOf;
    }

    synchronized @Nullable V get(Snowflake user) {
        return values.get(user);
    }

    /** @param asOf the number of the last erasure when it began to be learnt */
    synchronized void put(Snowflake user, V value, long asOf) {
        if (asOf >= heardOf) {
            values.put(user, value);
        }
    }

    synchronized void remove(Snowflake user) {
        values.remove(user);
    }

    /** Unless something else is remembered by now. */
    synchronized void remove(Snowflake user, V value) {
        values.remove(user, value);
    }

    /** This user was erased here, which has this number. */
    synchronized void forgotten(Snowflake user, long number) {
        if (number == heardOf + 1) {
            heardOf = number;
            values.remove(user);
        } else {
            forgottenUpTo(number);
        }
    }

    /** Others may have erased anybody, up to this number. */
    synchronized void forgottenUpTo(long number) {
        if (number > heardOf) {
            heardOf = number;
            values.clear();
        }
    }
}
