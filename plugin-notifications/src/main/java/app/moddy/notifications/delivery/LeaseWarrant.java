package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Warrant;
import app.moddy.bot.store.Sql;

/**
 * An attempt does what it does for its user as long as it holds its lease: what this run knows of it, and, where something is
 * kept, what the row says. Another instance may have erased the user, or taken over. Thread-safe.
 */
record LeaseWarrant(Leases leases, Run run, Attempt attempt) implements Warrant {
    @Override
    public boolean holds() {
        return leases.isHeld(attempt);
    }

    @Override
    public boolean holds(Sql sql) {
        return sql.first(
                        "SELECT 1 FROM notification WHERE id = ? AND outcome = 'pending' AND lease_owner = ? AND attempts = ?",
                        row -> row.getInt(1),
                        attempt.id(),
                        run.id(),
                        attempt.number())
                .isPresent();
    }
}
