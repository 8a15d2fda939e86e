package app.moddy.bot.command;

import app.moddy.bot.command.Reply.Question;
import app.moddy.bot.discord.Snowflake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Questions that wait for their button to be pressed. In memory: after a restart the caller is told to ask again. */
final class Confirmations {
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

    Confirmations(Clock clock) {
        this.clock = clock;
    }

    /** Keeps the question; returns the custom id of its button. */
    synchronized String add(Snowflake caller, Served command, Question question) {
        String id = "confirm:" + UUID.randomUUID();
        open.put(id, new Open(caller, command, question, clock.instant().plus(OPEN_FOR)));
        return id;
    }

    /** The question of this button, once, and only for its caller. */
    synchronized Optional<Open> take(String id, Snowflake presser) {
        Open question = open.get(id);
        if (question == null || !question.caller().equals(presser)) {
            return Optional.empty();
        }
        open.remove(id);
        return question.until().isAfter(clock.instant()) ? Optional.of(question) : Optional.empty();
    }

    record Open(Snowflake caller, Served command, Question question, Instant until) {}
}
