package app.moddy.bot.store;

import app.moddy.bot.metrics.Histogram;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups of works, each group in one transaction, on a connection that is kept. For one thread at a time. */
final class GroupCommits {
    private static final Logger log = LoggerFactory.getLogger(GroupCommits.class);

    private final Engine engine;
    private final Histogram took;
    private final Consumer<StoreUnavailableException> away;
    private @Nullable Statements open;

    /**
     * Connects when it is needed.
     *
     * @param took how long transactions take
     * @param away is told when a commit is waited for whose answer was lost
     */
    GroupCommits(Engine engine, Histogram took, Consumer<StoreUnavailableException> away) {
        this.engine = engine;
        this.took = took;
        this.away = away;
    }

    /**
     * Savepoints cost more than what is written; so there are none until a work fails, which is seldom, and then all are run
     * again. Returns whether they have changed anything.
     */
    boolean commit(Group group) {
        long started = System.nanoTime();
        Engine.Transaction transaction = begin();
        Statements sql = connect();
        long before = sql.changes();
        long heldUpBefore = sql.heldUp();
        if (!group.runAmong(sql)) {
            sql.execute("ROLLBACK");
            transaction = engine.begin(sql);
            boolean heldUp = sql.heldUp() > heldUpBefore;
            if (heldUp) { // for one of them; the others would wait as long
                log.warn("Another program holds rows of the database: what needs them fails");
                engine.waitForNobody(sql);
            }
            group.runApart(sql, heldUp);
        }
        commit(sql, transaction);
        took.observe(Duration.ofNanos(System.nanoTime() - started));
        return sql.changes() > before;
    }

    private void commit(Statements sql, Engine.Transaction transaction) {
        long asked = System.nanoTime();
        try {
            sql.execute("COMMIT");
        } catch (StoreUnavailableException e) {
            disconnect();
            if (!new LostCommit(transaction, e, asked).isMade(away)) {
                throw e;
            }
        }
    }

    /** A connection that was kept may have been lost since: nothing was done on it, so another is as good. */
    private Engine.Transaction begin() {
        boolean kept = open != null;
        try {
            return engine.begin(connect());
        } catch (StoreUnavailableException e) {
            if (!kept || !SqlErrors.isLost(e)) {
                throw e;
            }
            disconnect();
            return engine.begin(connect());
        }
    }

    Statements connect() {
        if (open == null) {
            open = engine.writer();
        }
        return open;
    }

    /** After a failure nobody knows what state a connection is in; a new one begins with what is committed. */
    void disconnect() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
