package app.moddy.bot.discord;

import java.time.Duration;
import java.time.Instant;

/** What each alarm holds up, for how long, what of it may be kept, and what staff are told. */
final class AlarmRule {
    private static final Duration TOKEN_PAUSE = Duration.ofMinutes(1);
    private static final Duration QUARANTINE_PAUSE = Duration.ofHours(1);
    private static final Duration FIRST_OPENING_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_OPENING_PAUSE = Duration.ofHours(6);

    /** Doubled so often, the pause is at its longest. */
    private static final int LAST_LEVEL = 6;

    private AlarmRule() {}

    static Traffic.Scope scope(Alarm.Kind kind) {
        return switch (kind) {
            case TOKEN_REFUSED -> Traffic.Scope.EVERYTHING;
            case QUARANTINED, OPENING_TOO_FAST -> Traffic.Scope.OPENING;
        };
    }

    /** A token may be another's after a restart, and another instance's: each finds out about its own. The others are kept. */
    static boolean isShared(Alarm.Kind kind) {
        return scope(kind) == Traffic.Scope.OPENING;
    }

    /**
     * Until it is tried again whether it is over.
     *
     * @param level how often it was tried in vain
     */
    static Duration pause(Alarm.Kind kind, int level) {
        return switch (kind) {
            case TOKEN_REFUSED -> TOKEN_PAUSE;
            case QUARANTINED -> QUARANTINE_PAUSE;
            case OPENING_TOO_FAST -> {
                Duration doubled = FIRST_OPENING_PAUSE.multipliedBy(1L << Math.min(level, LAST_LEVEL));
                yield doubled.compareTo(LONGEST_OPENING_PAUSE) > 0 ? LONGEST_OPENING_PAUSE : doubled;
            }
        };
    }

    /**
     * As it can be: a clock may have been wrong when it was written. None began in the future, and none pauses for longer than its
     * rule says.
     */
    static Alarms.Raised mended(Alarm.Kind kind, Alarms.Raised told, Instant now) {
        int level = Math.max(0, told.level());
        Instant latest = now.plus(pause(kind, level));
        return new Alarms.Raised(
                told.since().isAfter(now) ? now : told.since(),
                told.nextProbe().isAfter(latest) ? latest : told.nextProbe(),
                level);
    }

    static String raised(Alarm.Kind kind) {
        return switch (kind) {
            case TOKEN_REFUSED ->
                "Discord refuses the bot's token (401), so nothing can be sent: set a valid token "
                        + "(DISCORD_TOKEN) and restart the bot. Notifications are kept until then.";
            case QUARANTINED ->
                "Discord has quarantined the bot (20026): it opens no DMs with new users, known users are "
                        + "served. Appeal at https://dis.gd/app-quarantine. One DM an hour tries whether it is over.";
            case OPENING_TOO_FAST ->
                "Discord says that the bot opens DMs too fast (40003): DMs with new users pause, "
                        + "known users are served. If it comes again, lower discord.new_dms_per_second.";
        };
    }

    static String cleared(Alarm.Kind kind) {
        return switch (kind) {
            case TOKEN_REFUSED -> "Discord accepts the bot's token again.";
            case QUARANTINED -> "Discord lets the bot open DMs again: the quarantine is over.";
            case OPENING_TOO_FAST -> "Discord lets the bot open DMs again.";
        };
    }
}
