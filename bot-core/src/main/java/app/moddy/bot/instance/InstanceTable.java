package app.moddy.bot.instance;

import app.moddy.bot.store.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of the living. All times are the server's: clocks of instances differ. */
final class InstanceTable {
    static final long DEAD_AFTER_MILLIS = 10_000;

    private InstanceTable() {}

    /** One row. */
    private record Row(String id, boolean gateway) {}

    /**
     * Who lives now.
     *
     * @param live all of them
     * @param gateway whether the gateway belongs to who asked
     */
    record Seen(Set<String> live, boolean gateway) {}

    /** This one lives; it takes the gateway if that is nobody's. */
    static Seen beat(Sql sql, String id) {
        String now = sql.dialect().now();
        sql.update("DELETE FROM instance WHERE seen_at < " + now + " - ? AND id <> ?", DEAD_AFTER_MILLIS, id);
        sql.update(
                "INSERT INTO instance (id, seen_at, gateway) VALUES (?, " + now + ", 0)"
                        + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
                id);
        sql.update(
                "UPDATE instance SET gateway = 1 WHERE id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM instance WHERE gateway = 1)",
                id);
        List<Row> rows =
                sql.list("SELECT id, gateway FROM instance", row -> new Row(row.getString(1), row.getInt(2) == 1));
        return new Seen(
                rows.stream().map(Row::id).collect(Collectors.toSet()),
                rows.stream().anyMatch(row -> row.gateway() && row.id().equals(id)));
    }

    /** This one is gone, and the gateway is the next one's. */
    static int leave(Sql sql, String id) {
        return sql.update("DELETE FROM instance WHERE id = ?", id);
    }
}
