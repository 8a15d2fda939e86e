package app.moddy.bot.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of tables and columns, as both databases know them. */
final class Names {
    private Names() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }

    /** What PostgreSQL calls it: a name without quotes is in small letters there. */
    static Optional<String> among(Collection<String> names, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return names.contains(name) ? Optional.of(name) : Optional.of(small).filter(names::contains);
    }

    static long count(Sql sql, String table) {
        return sql.first("SELECT count(*) FROM " + quoted(table), row -> row.getLong(1))
                .orElse(0L);
    }
}
