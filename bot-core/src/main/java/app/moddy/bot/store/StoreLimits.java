package app.moddy.bot.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What tests change.
 *
 * @param synchronous SQLite's {@code synchronous}: FULL, or OFF where losing power does not matter
 * @param maxPages the most pages of 4 KiB that the database may have, asked when the writer connects; 0: any number
 * @param waitingWrites how many works may wait to be written
 * @param waitingReads how many works may wait to be read
 * @param logKept for how long what was written may stay in the log beside the database
 */
record StoreLimits(String synchronous, LongSupplier maxPages, int waitingWrites, int waitingReads, Duration logKept) {
    static final StoreLimits DEFAULT = new StoreLimits("FULL", () -> 0, 4_096, 4_096, Duration.ofMinutes(1));
}
