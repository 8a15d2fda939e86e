package app.moddy.notifications.simulation;

import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.store.StoreFaultException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What is costly to make, and serves schedule after schedule. For one thread. */
record Ground(Path folder, Ledger ledger, MessageTemplates templates) implements AutoCloseable {
    /** In this folder, which is empty. */
    static Ground in(Path folder, MessageTemplates templates) {
        try {
            return new Ground(folder, new Ledger(folder), templates);
        } catch (SQLException | StoreFaultException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        ledger.close();
    }
}
