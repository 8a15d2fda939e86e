package app.moddy.bot.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database does what it is asked, as seen last; logs when that changes. Thread-safe. */
final class StoreHealth {
    private static final Logger log = LoggerFactory.getLogger(StoreHealth.class);

    private final String what;
    private final String database;
    private String fault = "";

    /**
     * All is well at first.
     *
     * @param what what it may no longer do: "writes" or "reads"
     * @param database its name
     */
    StoreHealth(String what, String database) {
        this.what = what;
        this.database = database;
    }

    synchronized void works() {
        if (!fault.isEmpty()) {
            fault = "";
            log.info("The store accepts {} again", what);
        }
    }

    synchronized void failed(StoreUnavailableException e) {
        if (fault.isEmpty()) {
            Trouble trouble = SqlErrors.trouble(e);
            log.error(
                    "The store refuses {} until this is mended: {} ({}). {}",
                    what,
                    trouble.what(),
                    database,
                    trouble.mend(),
                    e);
        }
        fault = String.valueOf(e.getMessage());
    }

    /** Empty, or why not. */
    synchronized String fault() {
        return fault;
    }
}
