package app.moddy.bot.discord;

import app.moddy.bot.discord.Outlook.Acquaintance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Looks at what stands between us and a user, and disturbs nobody. Thread-safe. */
final class Lookout {
    /** Whoever asks waits for it. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Desk desk;
    private final Pauses pauses;
    private final RestHealth health;

    Lookout(Desk desk, Pauses pauses, RestHealth health) {
        this.desk = desk;
        this.pauses = pauses;
        this.health = health;
    }

    CompletionStage<Outlook> at(Snowflake user, Reach reach) {
        return acquaintance(user).thenApply(known -> outlook(user, reach, known));
    }

    /** Asks only when Discord would answer: what is held up waits for more important matters. */
    private CompletionStage<Acquaintance> acquaintance(Snowflake user) {
        if (!desk.calls().ready() || !alarms(Reach.KNOWN).isEmpty() || pausedUntil(Reach.KNOWN) != null) {
            return CompletableFuture.completedStage(Acquaintance.NOT_KNOWN);
        }
        return desk.calls().meet(user, new Errand(desk.clock(), LIMIT, () -> true, desk.traffic(), 0));
    }

    private Outlook outlook(Snowflake user, Reach reach, Acquaintance known) {
        return new Outlook(
                known,
                reach,
                desk.closed().until(user).orElse(null),
                alarms(reach),
                pausedUntil(reach),
                desk.admission().timeFor(1, reach),
                desk.calls().ready(),
                health.works());
    }

    private List<Alarm> alarms(Reach reach) {
        Set<Traffic.Scope> scopes = Admission.scopes(reach);
        return desk.alarms().all().stream()
                .filter(alarm -> scopes.contains(AlarmRule.scope(alarm.kind())))
                .toList();
    }

    private @Nullable Instant pausedUntil(Reach reach) {
        Duration left = Admission.scopes(reach).stream()
                .map(pauses::left)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return left.isZero() ? null : desk.clock().instant().plus(left);
    }
}
