package app.moddy.bot.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of SQLite's, and the one of PostgreSQL's that its rows go into. */
final class TablePair {
    private final MoveSource source;
    private final MoveTarget target;
    private final TableMove.Table from;
    private final TableMove.Table to;

    private TablePair(MoveSource source, MoveTarget target, TableMove.Table from, TableMove.Table to) {
        this.source = source;
        this.target = target;
        this.from = from;
        this.to = to;
    }

    /**
     * All of them, empty ones on PostgreSQL's side; those that others refer to before these.
     *
     * @throws StoreFaultException when one has no counterpart
     */
    static List<TablePair> all(MoveSource source, MoveTarget target) throws StoreFaultException {
        Map<String, TablePair> pairs = new HashMap<>();
        for (String table : source.tables()) {
            if (!Histories.isHistory(table) && !table.equals(Postgres.PROBE)) {
                TablePair pair = of(source, target, table);
                pairs.put(pair.to.name(), pair);
            }
        }
        List<String> order =
                target.parentsFirst(pairs.keySet().stream().sorted().toList());
        List<String> childrenFirst = new ArrayList<>(order);
        Collections.reverse(childrenFirst);
        // What migrations have put there lies in SQLite, too, or was removed since.
        childrenFirst.forEach(table -> target.sql().update("DELETE FROM " + Names.quoted(table)));
        return order.stream().map(pairs::get).toList();
    }

    private static TablePair of(MoveSource source, MoveTarget target, String table) throws StoreFaultException {
        String name = known(Names.among(target.tables(), table), source, "table " + table);
        List<String> there = target.columns(name);
        List<String> columns = source.columns(table);
        List<String> counterparts = new ArrayList<>();
        for (String column : columns) {
            counterparts.add(known(Names.among(there, column), source, "column " + column + " of table " + table));
        }
        return new TablePair(
                source, target, new TableMove.Table(table, columns), new TableMove.Table(name, counterparts));
    }

    private static String known(Optional<String> name, MoveSource source, String what) throws StoreFaultException {
        if (name.isEmpty()) {
            throw new StoreFaultException(
                    source.file() + " can not be moved: no plugin that is installed makes its " + what, null);
        }
        return name.get();
    }

    /** Copies and counts; returns a line for the terminal. */
    String move() throws StoreFaultException {
        try {
            TableMove.copy(source, from, target, to);
            target.sql().execute("ANALYZE " + Names.quoted(to.name()));
        } catch (StoreUnavailableException e) {
            Trouble trouble = SqlErrors.trouble(e);
            throw new StoreFaultException(
                    "Table " + from.name() + " can not be copied, " + trouble.what() + ". " + trouble.mend(), e);
        } catch (IllegalStateException e) { // its message may quote the row
            throw new StoreFaultException("A row of table " + from.name() + " is refused" + state(e), e);
        }
        return counted();
    }

    private static String state(IllegalStateException e) {
        return e.getCause() instanceof SQLException cause ? " (SQLSTATE " + cause.getSQLState() + ")" : "";
    }

    private String counted() throws StoreFaultException {
        long expected = source.count(from.name());
        long there = Names.count(target.sql(), to.name());
        if (expected != there) {
            throw new StoreFaultException(
                    "Table " + from.name() + " has " + expected + " rows, and " + there
                            + " were copied: nothing is kept",
                    null);
        }
        return from.name() + ": " + there + " rows";
    }
}
