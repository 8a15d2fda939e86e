package app.moddy.notifications.simulation;

import app.moddy.bot.Bot;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.notifications.NotificationsPlugin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bot's database seen from outside, by a connection of its own, with triggers that keep watch over every change: what
 * must hold at each of them, not just at the end. For one thread.
 */
final class Ledger implements AutoCloseable {
    /** As the code has them: so long before its end a lease began, and so far away a next attempt holds nobody back. */
    private static final String LEASE_MILLIS = "60000";

    /** Promised to one process that has the store for itself. */
    static final String BACK = "its id is no newer";

    private static final String OTHERS =
            "SELECT 1 FROM notification o WHERE o.user_id = NEW.user_id AND o.outcome = 'pending' AND o.id <> NEW.id";

    private static final String LEASED = " AND o.lease_owner IS NOT NULL AND o.due_at > NEW.due_at - " + LEASE_MILLIS;

    private static final String RETRIED = "(NEW.outcome = 'pending' AND NEW.retried_at IS NOT OLD.retried_at)";

    private static final List<String> WATCH = List.of(
            "CREATE TABLE sim_waste (bytes BLOB)",
            "CREATE TABLE sim_fault (id BIGINT, what TEXT)",
            "CREATE TABLE sim_passed (later BIGINT, earlier BIGINT)",
            "CREATE TABLE sim_retried (id BIGINT)",
            "CREATE TABLE sim_ended (id BIGINT, run TEXT)",
            "CREATE TRIGGER sim_note_ended AFTER UPDATE OF outcome ON notification WHEN"
                    + " NEW.outcome NOT IN ('pending', 'erased')"
                    + " BEGIN INSERT INTO sim_ended VALUES (NEW.id, OLD.lease_owner); END",
            on("INSERT", "new", "NEW.id <= (SELECT max(id) FROM notification WHERE id <> NEW.id)", BACK),
            on(
                    "UPDATE OF outcome",
                    "end",
                    "OLD.outcome <> 'pending' AND NEW.outcome <> OLD.outcome AND NOT " + RETRIED,
                    "its end has changed"),
            on(
                    "UPDATE OF retried_at",
                    "retried",
                    "OLD.outcome IN ('delivered', 'erased')",
                    "retried though it was not to be"),
            "CREATE TRIGGER sim_note_retried AFTER UPDATE OF retried_at ON notification WHEN " + RETRIED
                    + " BEGIN INSERT INTO sim_retried VALUES (NEW.id); END",
            on("INSERT", "first_two", leased("EXISTS (" + OTHERS + LEASED + ")"), "two leased of a user"),
            on("UPDATE OF attempts", "two", leased("EXISTS (" + OTHERS + LEASED + ")"), "two leased of a user"),
            on(
                    "INSERT",
                    "first_order",
                    leased("EXISTS (" + OTHERS + " AND o.id < NEW.id AND o.due_at <= NEW.due_at)"),
                    "before an earlier one"),
            on(
                    "UPDATE OF attempts",
                    "order",
                    leased("EXISTS (" + OTHERS + " AND o.id < NEW.id AND o.due_at <= NEW.due_at)"),
                    "before an earlier one"),
            on("UPDATE OF attempts", "number", "NEW.attempts <> OLD.attempts + 1", "its attempts are miscounted"),
            on(
                    "UPDATE OF attempts",
                    "taken",
                    "OLD.lease_owner IS NOT NULL AND OLD.due_at > NEW.due_at - " + LEASE_MILLIS,
                    "a lease taken before its end"),
            passed("INSERT"),
            passed("UPDATE OF attempts"),
            channelKept("INSERT"),
            channelKept("UPDATE"));

    private final Connection connection;
    private final PreparedStatement lease;
    private final PreparedStatement pending;
    private final PreparedStatement erased;

    /** What only one run's connection can see: that an attempt is ended by who holds it, or given up when its lease is over. */
    static List<String> watchOf(String run) {
        return List.of(
                "CREATE TEMP TRIGGER sim_holder AFTER UPDATE OF lease_owner ON notification WHEN NEW.lease_owner IS NULL"
                        + " AND OLD.lease_owner <> '" + run
                        + "' AND NEW.outcome NOT IN ('erased', 'expired', 'uncertain')"
                        + " BEGIN INSERT INTO sim_fault VALUES (NEW.id, 'an attempt of another run was ended'); END");
    }

    private static String leased(String condition) {
        return "NEW.lease_owner IS NOT NULL AND " + condition;
    }

    private static String on(String change, String name, String condition, String what) {
        return "CREATE TRIGGER sim_" + name + " AFTER " + change + " ON notification WHEN " + condition
                + " BEGIN INSERT INTO sim_fault VALUES (NEW.id, '" + what + "'); END";
    }

    /** A channel is opened for an attempt; when its user has been erased, by whichever process, it is not kept. */
    private static String channelKept(String change) {
        return "CREATE TRIGGER sim_channel_" + change.substring(0, 3) + " AFTER " + change + " ON dm_channel WHEN NOT"
                + " EXISTS (SELECT 1 FROM notification n WHERE n.user_id = NEW.user_id AND n.outcome = 'pending'"
                + " AND n.lease_owner IS NOT NULL)"
                + " BEGIN INSERT INTO sim_fault VALUES (NEW.user_id, 'a channel kept that nobody writes to'); END";
    }

    private static String passed(String change) {
        return "CREATE TRIGGER sim_passed_" + change.substring(0, 3) + " AFTER " + change
                + " ON notification WHEN NEW.lease_owner IS NOT NULL BEGIN"
                + " INSERT INTO sim_passed SELECT NEW.id, o.id FROM notification o WHERE o.user_id = NEW.user_id"
                + " AND o.outcome = 'pending' AND o.id < NEW.id AND o.due_at > NEW.due_at; END";
    }

    /**
     * A notification as it lies in the store.
     *
     * @param user null: erased
     */
    record Row(
            long id,
            @Nullable Long user,
            @Nullable String plan,
            @Nullable String metadata,
            @Nullable String key,
            String outcome,
            boolean inbox,
            boolean leased) {}

    /** A new database in this folder, migrated by the real migrations, and watched. */
    Ledger(Path folder) throws SQLException, StoreFaultException {
        SteppedStore store = SteppedStore.in(folder, Runnable::run, false);
        store.migrate("", Bot.class);
        store.migrate("notifications", NotificationsPlugin.class);
        store.close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            for (String watch : WATCH) {
                statement.execute(watch);
            }
        }
        lease = connection.prepareStatement(
                "SELECT lease_owner FROM notification WHERE id = ? AND outcome = 'pending'");
        erased = connection.prepareStatement("SELECT 1 FROM notification WHERE id = ? AND user_id IS NULL");
        pending = connection.prepareStatement("SELECT 1 FROM notification WHERE outcome = 'pending' LIMIT 1");
    }

    /** Empties it. */
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String table : List.of(
                    "notification",
                    "notification_attempt",
                    "dm_channel",
                    "forgetting",
                    "alarm",
                    "instance",
                    "discord_pause",
                    "sim_fault",
                    "sim_passed",
                    "sim_retried",
                    "sim_ended")) {
                statement.execute("DELETE FROM " + table);
            }
            statement.execute("COMMIT");
        }
    }

    /** Who holds the lease of a pending notification now. */
    Optional<String> leaseOwner(long id) {
        try {
            lease.setLong(1, id);
            try (ResultSet row = lease.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether its user was erased. */
    boolean isErased(long id) {
        try {
            erased.setLong(1, id);
            try (ResultSet row = erased.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Users whose channel is kept though no notification is that names them. */
    List<Long> channelsOfNobody() throws SQLException {
        List<Long> users = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT user_id FROM dm_channel c WHERE NOT EXISTS"
                        + " (SELECT 1 FROM notification n WHERE n.user_id = c.user_id)")) {
            while (row.next()) {
                users.add(row.getLong(1));
            }
        }
        return users;
    }

    boolean hasPending() {
        try (ResultSet row = pending.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the triggers have seen. */
    List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, what FROM sim_fault")) {
            while (row.next()) {
                faults.add(row.getString(2) + ": " + row.getLong(1));
            }
        }
        return faults;
    }

    /** Pairs of a later and an earlier notification of a user: the later one went first, as it may. */
    Set<List<Long>> passed() throws SQLException {
        Set<List<Long>> pairs = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT later, earlier FROM sim_passed")) {
            while (row.next()) {
                pairs.add(List.of(row.getLong(1), row.getLong(2)));
            }
        }
        return pairs;
    }

    /** Whether staff have had it sent again. */
    boolean isRetried(long id) {
        return retried().contains(id);
    }

    /** The ids of what staff have had sent again. */
    Set<Long> retried() {
        return idsOf("SELECT id FROM sim_retried");
    }

    /** The ids of what attempts of this run have come to so far. */
    Set<Long> endedBy(String run) {
        return idsOf("SELECT id FROM sim_ended WHERE run = '" + run + "'");
    }

    private Set<Long> idsOf(String query) {
        Set<Long> ids = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    /** The ids of all rows, in their order. */
    List<Long> ids() {
        try {
            return rows().stream().map(Row::id).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT id, user_id, plan, metadata, idempotency_key, outcome, inbox,"
                                + " lease_owner FROM notification ORDER BY id")) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        long user = row.getLong(2);
        return new Row(
                row.getLong(1),
                user == 0 ? null : user,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7) != null,
                row.getString(8) != null);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
