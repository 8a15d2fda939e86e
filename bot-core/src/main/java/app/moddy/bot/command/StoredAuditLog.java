package app.moddy.bot.command;

import app.moddy.bot.discord.AuditChannel;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log in the store and in the audit channel. */
final class StoredAuditLog implements AuditLog {
    private static final Logger log = LoggerFactory.getLogger(StoredAuditLog.class);
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofDays(1);
    private static final int LONGEST = 200;

    private final Store store;
    private final AuditChannel channel;
    private final Clock clock;
    private final Timer timer;

    StoredAuditLog(Store store, AuditChannel channel, Clock clock, Timer timer) {
        this.store = store;
        this.channel = channel;
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public void record(InteractionCall call, String what) {
        keep(call, what);
        channel.tell("<@%s> · `%s` · %s".formatted(call.caller(), call.command(), what));
    }

    @Override
    public void lookedAt(InteractionCall call, String what) {
        keep(call, what);
    }

    private void keep(InteractionCall call, String what) {
        if (what.isBlank() || what.length() > LONGEST || what.lines().count() > 1) {
            throw new IllegalArgumentException(
                    "an audit line has 1 to %s characters in one line, not '%s'".formatted(LONGEST, what));
        }
        log.info("{} used {}: {}", call.caller(), call.command(), what);
        insert(call, what).whenComplete((row, failure) -> {
            if (failure != null) {
                log.error("Not in the audit log: {}, {}, {}", call.caller(), call.command(), what, failure);
            }
        });
    }

    @Override
    public CompletionStage<Void> forget(Snowflake user) {
        String named = ", user " + user;
        return store.write(sql -> sql.update(
                        "UPDATE audit SET what = REPLACE(what, ?, ', an erased user') WHERE what LIKE ?",
                        named,
                        "%" + named))
                .thenAccept(lines -> log.debug("{} lines of the audit log name them no longer", lines));
    }

    private CompletionStage<Integer> insert(InteractionCall call, String what) {
        return store.write(sql -> sql.update(
                "INSERT INTO audit (id, at, caller, command, what)"
                        + " VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), ?, ?, ?, ?)",
                clock.millis(),
                call.caller().id(),
                call.command(),
                what));
    }

    /** Forgets what is too old, now and every day. */
    void clean() {
        long oldest = clock.instant().minus(KEPT).toEpochMilli();
        store.write(sql -> sql.update("DELETE FROM audit WHERE at < ?", oldest)).whenComplete((rows, failure) -> {
            if (failure != null) {
                log.warn("Old lines of the audit log could not be removed; tried again in a day", failure);
            }
        });
        timer.after(BETWEEN_CLEANINGS, this::clean);
    }
}
