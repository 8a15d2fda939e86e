package app.moddy.roles;

import app.moddy.bot.discord.RoleChange;
import app.moddy.bot.discord.RoleOutcome;
import app.moddy.bot.discord.RoleResult;
import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Optional;

/**
 * What became of a wish.
 *
 * @param steps the roles that were tried, in order; of what the member had already, nothing
 * @param kept those that were to be taken and were not tried, since not every role could be given
 * @param stoppedBy what made it pointless to go on: they are no member, or nothing can be done now
 */
record RoleReport(Snowflake guild, List<Step> steps, List<Snowflake> kept, Optional<RoleResult> stoppedBy) {
    /** One role that differed. */
    record Step(RoleChange.Kind kind, Snowflake role, RoleResult result) {
        boolean isDone() {
            return result.outcome() == RoleOutcome.DONE;
        }
    }

    RoleReport {
        steps = List.copyOf(steps);
        kept = List.copyOf(kept);
    }

    /** Whether something is different now. */
    boolean hasChanged() {
        return steps.stream().anyMatch(Step::isDone);
    }

    List<Step> failures() {
        return steps.stream().filter(step -> !step.isDone()).toList();
    }

    long done(RoleChange.Kind kind) {
        return steps.stream()
                .filter(step -> step.isDone() && step.kind() == kind)
                .count();
    }
}
