package app.moddy.bot.instance;

import app.moddy.bot.store.Sql;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The table of the living. All times are the server's: clocks of instances differ. */
final class InstanceTable {
    static final long DEAD_AFTER_MILLIS = 10_000;

    private InstanceTable() {}

    /** One row. */
    private record Row(String id, long seenAt, boolean gateway, long since) {}

    /**
     * Who lives now.
     *
     * @param now in milliseconds since 1970
     * @param isNew whether the others did not count who asked among the living until now
     * @param seenAt when each of them was last heard of, who asked too
     * @param gateway whether the gateway belongs to who asked
     * @param since when the row of who asked was made
     * @param skew of the clock of who asked
     */
    record Seen(long now, boolean isNew, Map<String, Long> seenAt, boolean gateway, long since, Skew skew) {}

    /**
     * This one lives; it takes the gateway if that is nobody's.
     *
     * @param clock the one that is compared with the server's
     */
    static Seen beat(Sql sql, String id, Clock clock) {
        String now = sql.dialect().now();
        clampTimes(sql, id);
        deleteDead(sql, id);
        boolean isNew = sql.update("UPDATE instance SET seen_at = " + now + " WHERE id = ?", id) == 0;
        if (isNew) {
            sql.update(
                    "INSERT INTO instance (id, seen_at, gateway, since) VALUES (?, " + now + ", 0, " + now + ")", id);
        }
        sql.update(
                "UPDATE instance SET gateway = 1 WHERE id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM instance WHERE gateway = 1)",
                id);
        Map<String, Long> seenAt = new HashMap<>();
        boolean gateway = false;
        long since = 0;
        for (Row row : sql.list(
                "SELECT id, seen_at, gateway, since FROM instance",
                each -> new Row(each.getString(1), each.getLong(2), each.getInt(3) == 1, each.getLong(4)))) {
            seenAt.put(row.id(), row.seenAt());
            if (row.id().equals(id)) {
                gateway = row.gateway();
                since = row.since();
            }
        }
        Skew skew = Skew.of(clock, () -> time(sql));
        return new Seen(time(sql), isNew, Map.copyOf(seenAt), gateway, since, skew);
    }

    /** A time in the future is of before the server's clock was set back: the dead would live for as long. The living come again. */
    private static void clampTimes(Sql sql, String id) {
        String now = sql.dialect().now();
        sql.update("UPDATE instance SET seen_at = " + now + " WHERE seen_at > " + now + " AND id <> ?", id);
    }

    private static void deleteDead(Sql sql, String id) {
        sql.update(
                "DELETE FROM instance WHERE seen_at < " + sql.dialect().now() + " - ? AND id <> ?",
                DEAD_AFTER_MILLIS,
                id);
    }

    private static long time(Sql sql) {
        return sql.first("SELECT " + sql.dialect().now(), row -> row.getLong(1)).orElseThrow();
    }

    /**
     * Whether nobody else has taken the gateway since this one did.
     *
     * @param since as its last heartbeat saw it: a row that was made later says nothing of the time before
     */
    static boolean hasGateway(Sql sql, String id, long since) {
        return sql.first(
                        "SELECT gateway FROM instance WHERE id = ? AND since = ?", row -> row.getInt(1) == 1, id, since)
                .orElse(false);
    }

    /** This one is gone, and the gateway is the next one's. */
    static int leave(Sql sql, String id) {
        return sql.update("DELETE FROM instance WHERE id = ?", id);
    }
}
