package app.moddy.bot.discord;

import app.moddy.bot.store.Sql;
import java.util.function.BooleanSupplier;

/**
 * Whether what is being done for a user may still be done: they may be erased meanwhile, here or by another instance, or somebody
 * else may have taken it over. Thread-safe.
 */
public interface Warrant {
    /** Asked before every try, from any thread, and answered at once; false: nothing is sent, nor asked. */
    boolean holds();

    /**
     * Asked in the transaction that would keep something of the user; false: it is not kept. Transactions are run one after the
     * other, so whoever erases the user does it either before, and this tells it, or after, and erases what was kept.
     */
    boolean holds(Sql sql);

    /** Of who has nothing in the database that tells it. */
    static Warrant of(BooleanSupplier holds) {
        return new Warrant() {
            @Override
            public boolean holds() {
                return holds.getAsBoolean();
            }

            @Override
            public boolean holds(Sql sql) {
                return holds.getAsBoolean();
            }
        };
    }
}
