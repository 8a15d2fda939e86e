package app.moddy.bot.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations were run on a database.
 *
 * @param byOwner the history's table of each owner, and the versions in it, in their order
 */
record Histories(Map<String, List<String>> byOwner) {
    /** Core's table. */
    static final String CORE = "migrations";

    /** Begins those of plugins. */
    static final String OF_PLUGIN = "migrations_";

    static boolean isHistory(String table) {
        return table.equals(CORE) || table.startsWith(OF_PLUGIN);
    }

    static Histories of(Sql sql, List<String> tables) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : tables) {
            if (isHistory(table)) {
                all.put(
                        table,
                        sql.list(
                                "SELECT version FROM " + table + " WHERE type = 'SQL' ORDER BY installed_rank",
                                row -> row.getString(1)));
            }
        }
        return new Histories(all);
    }

    /** Plugins' names have no underscores. */
    private static String plugin(String table) {
        return table.substring(OF_PLUGIN.length()).replace('_', '-');
    }

    private static String whose(String table) {
        return table.equals(CORE) ? "the bot's own tables" : "the tables of plugin " + plugin(table);
    }

    /**
     * Why what is in this database can not be moved to another one; empty when it can.
     *
     * @param other with the migrations of all that is installed
     * @param illness why a plugin does not run, if it is there
     */
    Optional<String> obstacle(Histories other, Illness illness) {
        for (Map.Entry<String, List<String>> own : byOwner.entrySet()) {
            String table = own.getKey();
            Optional<String> obstacle = table.equals(CORE) ? Optional.empty() : illness(table, illness);
            if (obstacle.isEmpty()) {
                obstacle = difference(table, own.getValue(), other.byOwner.get(table));
            }
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return byOwner.containsKey(CORE) ? Optional.empty() : Optional.of("it is no database of the bot");
    }

    private static Optional<String> illness(String table, Illness illness) {
        return illness.of(plugin(table))
                .map(reason -> "it has " + whose(table) + ", which does not run here: " + reason);
    }

    private static Optional<String> difference(String table, List<String> here, @Nullable List<String> there) {
        if (there == null) {
            return Optional.of("it has " + whose(table) + ", which is not installed here: install it");
        }
        Optional<String> unknown =
                here.stream().filter(version -> !there.contains(version)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of(whose(table) + " are of a newer version: their migration " + unknown.get()
                    + " is unknown here; install that version");
        }
        return there.stream()
                .filter(version -> !here.contains(version))
                .findFirst()
                .map(missing -> whose(table) + " are of an older version, without migration " + missing
                        + ": start this version on SQLite once, without DATABASE_URL, and stop it");
    }

    /** Knows why plugins do not run. */
    @FunctionalInterface
    interface Illness {
        /** Empty: it runs, or there is none of this name. */
        Optional<String> of(String plugin);
    }
}
