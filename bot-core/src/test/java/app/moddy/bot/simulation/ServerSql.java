package app.moddy.bot.simulation;

import app.moddy.bot.store.Dialect;
import app.moddy.bot.store.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * SQLite that is spoken to as to a server which several processes share, with a clock of its own. Works are run one after the
 * other, as there; so rows are never held by another.
 */
final class ServerSql implements Sql {
    private static final Dialect SERVER = Dialect.POSTGRESQL;
    private static final Map<String, Translated> KNOWN = new HashMap<>();

    private final Sql sql;
    private final LongSupplier clock;

    /** @param clock the server's, in milliseconds since 1970 */
    ServerSql(Sql sql, LongSupplier clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A statement in SQLite's words, which has the server's time for an argument.
     *
     * @param times before which of its arguments, in order
     */
    private record Translated(String text, List<Integer> times) {
        static Translated of(String sql) {
            String rest = sql.replace(SERVER.skipLocked(), "");
            StringBuilder text = new StringBuilder();
            List<Integer> times = new ArrayList<>();
            int arguments = 0;
            for (int at = rest.indexOf(SERVER.now()); at >= 0; at = rest.indexOf(SERVER.now())) {
                text.append(rest, 0, at).append('?');
                arguments += (int)
                        rest.substring(0, at).chars().filter(c -> c == '?').count();
                times.add(arguments);
                rest = rest.substring(at + SERVER.now().length());
            }
            return new Translated(text + rest, times);
        }

        @Nullable
        Object[] arguments(@Nullable Object[] given, long now) {
            List<@Nullable Object> all = new ArrayList<>();
            for (int i = 0; i <= given.length; i++) {
                for (int time : times) {
                    if (time == i) {
                        all.add(now);
                    }
                }
                if (i < given.length) {
                    all.add(given[i]);
                }
            }
            return all.toArray();
        }
    }

    private static synchronized Translated translated(String sql) {
        return KNOWN.computeIfAbsent(sql, Translated::of);
    }

    @Override
    public int update(String text, @Nullable Object... arguments) {
        Translated translated = translated(text);
        return sql.update(translated.text(), translated.arguments(arguments, clock.getAsLong()));
    }

    @Override
    public <T> List<T> list(String text, Reader<T> reader, @Nullable Object... arguments) {
        Translated translated = translated(text);
        return sql.list(translated.text(), reader, translated.arguments(arguments, clock.getAsLong()));
    }

    @Override
    public <T> Optional<T> first(String text, Reader<T> reader, @Nullable Object... arguments) {
        Translated translated = translated(text);
        return sql.first(translated.text(), reader, translated.arguments(arguments, clock.getAsLong()));
    }

    @Override
    public Dialect dialect() {
        return SERVER;
    }
}
