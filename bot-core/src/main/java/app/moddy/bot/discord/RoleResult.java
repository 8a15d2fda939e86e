package app.moddy.bot.discord;

import java.time.Duration;

/**
 * The result of one attempt to give or take a role, or to look up a member.
 *
 * @param outcome what became of it
 * @param code why, for a log line and for staff: Discord's error code, an HTTP status, or a few words; empty when there is
 *     nothing to add
 * @param retryAfter when another attempt makes sense; zero unless the outcome is {@link RoleOutcome#NOT_NOW}
 */
public record RoleResult(RoleOutcome outcome, String code, Duration retryAfter) {
    public RoleResult {
        if (retryAfter.isNegative() || (outcome != RoleOutcome.NOT_NOW && !retryAfter.isZero())) {
            throw new IllegalArgumentException("only NOT_NOW has a retryAfter, and never a negative one");
        }
    }

    static RoleResult of(RoleOutcome outcome, String code) {
        return new RoleResult(outcome, code, Duration.ZERO);
    }

    static RoleResult notNow(String code, Duration retryAfter) {
        return new RoleResult(RoleOutcome.NOT_NOW, code, retryAfter);
    }
}
