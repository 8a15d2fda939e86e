package app.moddy.bot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Moves what a bot keeps from SQLite into an empty PostgreSQL: all of it, or nothing. No bot uses either of them until this is
 * closed; the SQLite database stays as it is. Core only.
 */
public final class StoreMove implements AutoCloseable {
    private final MoveSource source;
    private final MoveTarget target;

    private StoreMove(MoveSource source, MoveTarget target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Takes both databases, and makes core's tables.
     *
     * @param settings with the folder of the one and the address of the other
     * @param core beside it lie its migrations
     * @throws StoreFaultException with what to do
     */
    public static StoreMove begin(StoreSettings settings, Class<?> core) throws StoreFaultException {
        if (!settings.isPostgres()) {
            throw new StoreFaultException("Set DATABASE_URL to the PostgreSQL that is to be filled", null);
        }
        MoveSource source = MoveSource.take(settings.path());
        try {
            return new StoreMove(source, empty(settings, core, source.tables()));
        } catch (StoreUnavailableException e) {
            source.close();
            throw nothingMoved(new PostgresUrl(settings.databaseUrl()).name(), e);
        } catch (StoreFaultException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static MoveTarget empty(StoreSettings settings, Class<?> core, List<String> ours)
            throws StoreFaultException {
        MoveTarget target = MoveTarget.take(new PostgresUrl(settings.databaseUrl()));
        try {
            List<String> filled = target.filledTables(ours);
            if (!filled.isEmpty()) { // before anything is changed: it may be quite another's
                throw new StoreFaultException(
                        target.name() + " has rows already, in " + String.join(", ", filled)
                                + ": name an empty database in DATABASE_URL",
                        null);
            }
            migrate(target, core);
            return target;
        } catch (StoreFaultException | RuntimeException e) {
            target.close();
            throw e;
        }
    }

    private static void migrate(MoveTarget target, Class<?> core) throws StoreFaultException {
        try {
            Migrations.of(target.forMigrations(), "", core).run();
        } catch (StoreFaultException e) {
            throw new StoreFaultException(target.name() + " can not be filled: " + e.getMessage(), e);
        }
    }

    /**
     * Copies the rows, once the plugins' tables are there, too.
     *
     * @param illness why a plugin that is there does not run
     * @param moved called at the end of the transaction: who has kept what belongs to a process mends it
     * @param out is told each table
     * @throws StoreFaultException when nothing was moved, with what to do
     */
    public void copy(Function<String, Optional<String>> illness, Consumer<Sql> moved, Consumer<String> out)
            throws StoreFaultException {
        try {
            requireFit(illness);
            target.begin();
            List<String> lines = tables();
            moved.accept(target.sql());
            commit();
            lines.forEach(out);
            next().forEach(out);
        } catch (StoreUnavailableException e) {
            throw nothingMoved(target.name(), e);
        }
    }

    private static StoreFaultException nothingMoved(String target, StoreUnavailableException e) {
        Trouble trouble = SqlErrors.trouble(e);
        return new StoreFaultException(
                "Nothing was moved to " + target + ": " + trouble.what() + ". " + trouble.mend(), e);
    }

    private void requireFit(Function<String, Optional<String>> illness) throws StoreFaultException {
        Optional<String> obstacle = source.histories().obstacle(target.histories(), illness::apply);
        if (obstacle.isPresent()) {
            throw new StoreFaultException(source.file() + " can not be moved: " + obstacle.get(), null);
        }
    }

    private List<String> tables() throws StoreFaultException {
        List<String> lines = new ArrayList<>();
        for (TablePair table : TablePair.all(source, target)) {
            lines.add(table.move());
        }
        return lines;
    }

    private void commit() throws StoreFaultException {
        try {
            target.commit();
        } catch (StoreUnavailableException e) {
            throw new StoreFaultException(
                    target.name() + " was lost at the very end. Do the same again: if it has rows already then, all of"
                            + " them are there",
                    e);
        }
    }

    private List<String> next() {
        return List.of(
                "All of it is in " + target.name() + ".",
                "Next: start the bot with this DATABASE_URL. " + source.file()
                        + " is as it was; do not start a bot on it"
                        + " again, it would send again what waits in it. Delete it once all is well.");
    }

    @Override
    public void close() {
        target.close();
        source.close();
    }
}
