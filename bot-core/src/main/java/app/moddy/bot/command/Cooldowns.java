package app.moddy.bot.command;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.Interaction;

/** The cooldowns that run. In memory, at most so many: of more the oldest is forgotten. Thread-safe. */
final class Cooldowns {
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<Key, Instant> running = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
            return size() > MOST;
        }
    };

    Cooldowns(Clock clock) {
        this.clock = clock;
    }

    /** What a use has begun, to be given back if it comes to nothing; or until when it must wait. */
    record Charge(Map<Key, Instant> begun, Optional<Instant> waitUntil) {}

    /** Whose time runs: of a command or subcommand, for a user, channel, guild or all. */
    record Key(String owner, Cooldown.Scope scope, long of) {}

    /** Begins all cooldowns of this, or none when one is running. */
    synchronized Charge charge(Usable usable, Interaction interaction) {
        Instant now = clock.instant();
        Map<Key, Instant> begun = new LinkedHashMap<>();
        List<Instant> ends = new ArrayList<>();
        for (Usable.Rules own : usable.rules()) {
            for (Cooldown cooldown : own.rules().cooldowns()) {
                Key key = new Key(own.owner(), cooldown.scope(), of(cooldown.scope(), interaction));
                Instant end = running.get(key);
                if (end != null && end.isAfter(now)) {
                    ends.add(end);
                }
                begun.merge(key, now.plus(cooldown.length()), Cooldowns::later);
            }
        }
        if (!ends.isEmpty()) {
            return new Charge(Map.of(), ends.stream().reduce(Cooldowns::later));
        }
        begun.keySet().forEach(running::remove); // the youngest stand last
        running.putAll(begun);
        return new Charge(begun, Optional.empty());
    }

    /** What was begun has not begun, unless it has by now begun again. */
    synchronized void giveBack(Charge charge) {
        charge.begun().forEach(running::remove);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static long of(Cooldown.Scope scope, Interaction interaction) {
        return switch (scope) {
            case USER -> interaction.getUser().getIdLong();
            case CHANNEL -> interaction.getChannelIdLong();
            case GUILD ->
                interaction.getGuild() == null
                        ? interaction.getUser().getIdLong()
                        : interaction.getGuild().getIdLong();
            case GLOBAL -> 0;
        };
    }
}
