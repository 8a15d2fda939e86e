package app.moddy.bot.discord;

import app.moddy.bot.store.Sql;

/**
 * Numbers the erasures of users, those of all instances in one row that names nobody. Whoever asks Discord about a user notes the
 * number before; when it is another one by the time that the answer is to be kept, somebody was erased meanwhile, perhaps this
 * user, and the answer is not kept: that costs a request once more.
 */
final class Forgetting {
    private Forgetting() {}

    /** The number of the last one; 0 before the first. */
    static long last(Sql sql) {
        return sql.first("SELECT number FROM forgetting WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /** One more, in the transaction that erases; returns its number. */
    static long next(Sql sql) {
        sql.update("INSERT INTO forgetting (id, number) VALUES (1, 1)"
                + " ON CONFLICT (id) DO UPDATE SET number = forgetting.number + 1");
        return last(sql);
    }
}
