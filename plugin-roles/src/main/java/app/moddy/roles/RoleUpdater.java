package app.moddy.roles;

import app.moddy.bot.discord.MemberLookup.Found;
import app.moddy.bot.discord.MemberLookup.Missed;
import app.moddy.bot.discord.MemberRoles;
import app.moddy.bot.discord.RoleChange;
import app.moddy.bot.discord.RoleOutcome;
import app.moddy.bot.discord.RoleResult;
import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a member's roles what is wished: looks up what they have, gives what they lack, then takes what they have too many,
 * one after the other. A role that is refused does not keep the others of its kind from being tried; but when one could not be
 * given, nothing is taken: who has paid keeps what they have until they have what they paid for. Thread-safe.
 */
final class RoleUpdater {
    private static final Logger log = LoggerFactory.getLogger(RoleUpdater.class);

    /** A caller has its answer within 8 s. */
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final MemberRoles roles;
    private final Clock clock;
    private final Turns turns = new Turns();

    @Inject
    RoleUpdater(MemberRoles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** @param reason for the guild's audit log */
    CompletionStage<RoleReport> update(Snowflake guild, RoleWish wish, String reason) {
        Instant end = clock.instant().plus(LIMIT);
        return turns.take(wish.user(), () -> new Run(guild, wish, reason, end).begin())
                .whenComplete((report, bug) -> {
                    if (report != null) {
                        log(wish, report);
                    }
                });
    }

    private static void log(RoleWish wish, RoleReport report) {
        log.info(
                "Roles of user {} in guild {}: {} given, {} taken, {} kept",
                wish.user(),
                report.guild(),
                report.done(RoleChange.Kind.ADD),
                report.done(RoleChange.Kind.REMOVE),
                report.kept().size());
        report.failures()
                .forEach(step -> log.warn(
                        "Role {} of user {} ({}): {} {}",
                        step.role(),
                        wish.user(),
                        step.kind(),
                        step.result().outcome(),
                        step.result().code()));
        report.stoppedBy()
                .ifPresent(why -> log.warn("Roles of user {}: {} {}", wish.user(), why.outcome(), why.code()));
    }

    /** One update; for one step at a time. */
    private final class Run {
        private final Snowflake guild;
        private final RoleWish wish;
        private final String reason;
        private final Instant end;
        private final List<RoleReport.Step> steps = new ArrayList<>();
        private final List<Snowflake> kept = new ArrayList<>();

        Run(Snowflake guild, RoleWish wish, String reason, Instant end) {
            this.guild = guild;
            this.wish = wish;
            this.reason = reason;
            this.end = end;
        }

        CompletionStage<RoleReport> begin() {
            return roles.find(guild, wish.user(), left()).thenCompose(lookup -> {
                if (lookup instanceof Missed missed) {
                    return ended(Optional.of(missed.why()));
                }
                RoleWish rest = wish.differingFrom(((Found) lookup).roles());
                Stream<RoleChange> changes = Stream.concat(
                        rest.add().stream().map(role -> change(RoleChange.Kind.ADD, role)),
                        rest.remove().stream().map(role -> change(RoleChange.Kind.REMOVE, role)));
                return goOn(changes.iterator());
            });
        }

        private RoleChange change(RoleChange.Kind kind, Snowflake role) {
            return new RoleChange(kind, guild, wish.user(), role, reason);
        }

        private CompletionStage<RoleReport> goOn(Iterator<RoleChange> changes) {
            if (!changes.hasNext()) {
                return ended(Optional.empty());
            }
            RoleChange change = changes.next();
            if (isKept(change.kind())) {
                kept.add(change.role());
                return goOn(changes);
            }
            return roles.change(change, left()).thenCompose(result -> {
                if (endsAll(result.outcome())) {
                    return ended(Optional.of(result));
                }
                steps.add(new RoleReport.Step(change.kind(), change.role(), result));
                return goOn(changes);
            });
        }

        private boolean isKept(RoleChange.Kind kind) {
            return kind == RoleChange.Kind.REMOVE
                    && steps.stream().anyMatch(step -> step.kind() == RoleChange.Kind.ADD && !step.isDone());
        }

        /** What is said of the member, the guild or Discord holds for the other roles too. */
        private static boolean endsAll(RoleOutcome outcome) {
            return switch (outcome) {
                case NOT_A_MEMBER, NOT_IN_GUILD, NOT_NOW -> true;
                case DONE, MISSING_PERMISSION, HIERARCHY, UNASSIGNABLE, UNKNOWN_ROLE, REFUSED -> false;
            };
        }

        private CompletionStage<RoleReport> ended(Optional<RoleResult> stoppedBy) {
            return CompletableFuture.completedStage(new RoleReport(guild, steps, kept, stoppedBy));
        }

        private Duration left() {
            Duration left = Duration.between(clock.instant(), end);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
