package app.moddy.bot.discord;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The pauses of all instances: what Discord tells one holds for the others too. None is longer than Discord can say, whatever the
 * database has: its clock may have been wrong when it was written. Thread-safe.
 */
final class SharedPauses {
    private final Store store;
    private final Pauses pauses;

    SharedPauses(Store store, Pauses pauses) {
        this.store = store;
        this.pauses = pauses;
    }

    /** By the database's clock, which all share. What can not be written, the others find out from Discord. */
    void tell(Traffic.Scope scope, Duration pause) {
        store.write(sql -> {
            mend(sql);
            return sql.update(
                    "INSERT INTO discord_pause (scope, ends_at) VALUES (?, "
                            + sql.dialect().now() + " + ?)"
                            + " ON CONFLICT (scope) DO UPDATE SET ends_at = excluded.ends_at"
                            + " WHERE excluded.ends_at > discord_pause.ends_at",
                    scope.name(),
                    bounded(pause).toMillis());
        });
    }

    /** Begins those that others have told of. */
    void look() {
        store.read(SharedPauses::left).thenAccept(left -> {
            left.forEach((scope, pause) -> pauses.begin(scope, bounded(pause)));
            if (left.values().stream().anyMatch(pause -> !pause.equals(bounded(pause)))) {
                store.write(SharedPauses::mend); // else it would begin anew with each look
            }
        });
    }

    /** From now on, as long as the longest that Discord can say. */
    private static int mend(Sql sql) {
        String latest = sql.dialect().now() + " + ?";
        return sql.update(
                "UPDATE discord_pause SET ends_at = " + latest + " WHERE ends_at > " + latest,
                RetryAfter.LONGEST.toMillis(),
                RetryAfter.LONGEST.toMillis());
    }

    private static Duration bounded(Duration pause) {
        return pause.compareTo(RetryAfter.LONGEST) > 0 ? RetryAfter.LONGEST : pause;
    }

    private static Map<Traffic.Scope, Duration> left(Sql sql) {
        Map<Traffic.Scope, Duration> left = new EnumMap<>(Traffic.Scope.class);
        for (Traffic.Scope scope : Traffic.Scope.values()) {
            sql.first(
                            "SELECT ends_at - " + sql.dialect().now() + " FROM discord_pause WHERE scope = ?",
                            row -> Duration.ofMillis(row.getLong(1)),
                            scope.name())
                    .filter(duration -> !duration.isNegative())
                    .ifPresent(duration -> left.put(scope, duration));
        }
        return left;
    }
}
