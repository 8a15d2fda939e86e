package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What waits for its buttons to be pressed. In memory: after a restart the caller is told to ask again. Thread-safe. */
final class OpenButtons {
    /** How long Discord lets an interaction's replies be edited. */
    private static final Duration OPEN_FOR = Duration.ofMinutes(15);

    private static final int MOST_OPEN = 1_000;

    private final Clock clock;
    private final Map<String, Open> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
            return size() > MOST_OPEN;
        }
    };

    OpenButtons(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what was asked or shown; returns its id. */
    synchronized String add(Use use, Reply.Below below) {
        String id = UUID.randomUUID().toString();
        open.put(id, new Open(use, below, end()));
        return id;
    }

    /** What has this id, only for its caller; a question once, pages anew for their whole time. */
    synchronized Optional<Open> press(String id, Snowflake presser) {
        Open found = open.get(id);
        if (found == null || !found.use().caller().equals(presser)) {
            return Optional.empty();
        }
        open.remove(id);
        if (!found.until().isAfter(clock.instant())) {
            return Optional.empty();
        }
        if (found.below() instanceof Reply.Paging) {
            open.put(id, new Open(found.use(), found.below(), end()));
        }
        return Optional.of(found);
    }

    private Instant end() {
        return clock.instant().plus(OPEN_FOR);
    }

    record Open(Use use, Reply.Below below, Instant until) {}
}
