package app.moddy.bot.discord;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/**
 * The one place where Discord's error codes are read
 * (<a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">Discord: JSON error codes</a>).
 * The JSON code counts before the HTTP status: Discord sends one code with several statuses.
 */
final class ErrorCodes {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    private ErrorCodes() {}

    /** What an answer to opening a DM channel, to posting into it or to looking into it means. */
    static Verdict verdict(int httpStatus, int code) {
        return switch (code) {
            case 10008 -> // the message of this nonce was made and deleted since
                Verdict.of(Verdict.Kind.DONE);
            case 10003 -> Verdict.of(Verdict.Kind.CHANNEL_GONE);
            case 10013, // unknown user
                    50033, // invalid recipient
                    50278 -> // no mutual server
                Verdict.of(Verdict.Kind.USER_NOT_FOUND);
            case 50007 -> // the user takes no messages from us
                Verdict.of(Verdict.Kind.DM_CLOSED);
            case 40003 -> // opening DMs too fast: a pause of minutes
                Verdict.alarm(Alarm.Kind.OPENING_TOO_FAST, Duration.ofMinutes(10));
            case 20026 -> // the bot is quarantined: only an appeal lifts it
                Verdict.alarm(Alarm.Kind.QUARANTINED, Duration.ofHours(1));
            case 20016, // slow mode
                    20028, // channel write limit
                    20029, // server write limit
                    40062, // service resource rate limited
                    130000 -> // API overloaded
                Verdict.notNow(Duration.ofSeconds(10));
            case 40004, // sending temporarily disabled
                    40006, // feature temporarily disabled
                    110001 -> // application not yet available
                Verdict.notNow(Duration.ofMinutes(1));
            default -> byStatus(httpStatus);
        };
    }

    private static Verdict byStatus(int httpStatus) {
        if (httpStatus >= 200 && httpStatus < 300) {
            return Verdict.of(Verdict.Kind.DONE);
        }
        if (httpStatus == TOO_MANY_REQUESTS) {
            return Verdict.notNow(Duration.ofSeconds(5));
        }
        if (httpStatus == UNAUTHORIZED) { // our token, not this message: the next one may do
            return Verdict.alarm(Alarm.Kind.TOKEN_REFUSED, Duration.ofMinutes(1));
        }
        boolean clientError = httpStatus >= 400 && httpStatus < 500;
        return Verdict.of(clientError ? Verdict.Kind.REFUSED : Verdict.Kind.UNKNOWN);
    }

    /** What Discord's answer means; empty when there was none, and the connection failed instead. */
    static Optional<Verdict> verdict(ErrorResponseException failure) {
        return failure.getErrorCode() < 0
                ? Optional.empty()
                : Optional.of(verdict(failure.getResponse().code, failure.getErrorCode()));
    }

    /** Whether it says that the user is no member of the guild, or no user at all. */
    static boolean isNoMember(ErrorResponseException failure) {
        return failure.getErrorCode() == 10007 || failure.getErrorCode() == 10013;
    }

    /** What an answer says of a member, their roles and our right to change them; empty when it says nothing of these. */
    static Optional<RoleOutcome> ofMember(ErrorResponseException failure) {
        return switch (failure.getErrorCode()) {
            case 10007, // unknown member
                    10013 -> // unknown user
                Optional.of(RoleOutcome.NOT_A_MEMBER);
            case 10011 -> Optional.of(RoleOutcome.UNKNOWN_ROLE);
            case 10004, // unknown guild
                    50001 -> // no access to it
                Optional.of(RoleOutcome.NOT_IN_GUILD);
            case 50013 -> // the permission, or the hierarchy
                Optional.of(RoleOutcome.MISSING_PERMISSION);
            case 50028 -> // @everyone
                Optional.of(RoleOutcome.UNASSIGNABLE);
            default -> Optional.empty();
        };
    }

    /** The reason in a few characters, for a log line. */
    static String describe(ErrorResponseException failure) {
        return describe(failure.getResponse().code, failure.getErrorCode());
    }

    /** The reason in a few characters, for a log line. */
    static String describe(int httpStatus, int code) {
        return code > 0 ? Integer.toString(code) : "HTTP " + httpStatus;
    }
}
