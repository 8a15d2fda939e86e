package app.moddy.bot.discord;

/**
 * One role to be given to a member of a guild, or to be taken.
 *
 * @param kind give or take
 * @param reason for the guild's audit log; not blank, and cut after 512 characters
 *     (<a href="https://discord.com/developers/docs/resources/audit-log">Discord: audit log</a>)
 */
public record RoleChange(Kind kind, Snowflake guild, Snowflake user, Snowflake role, String reason) {
    private static final int LONGEST_REASON = 512;

    /** What is to be done with the role. A closed set: switch over it without {@code default}. */
    public enum Kind {
        /** The member is to have it. */
        ADD,
        /** The member is to have it no more. */
        REMOVE
    }

    /** @throws IllegalArgumentException for a blank reason */
    public RoleChange {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the audit log needs a reason");
        }
        reason = cut(reason);
    }

    private static String cut(String reason) {
        if (reason.length() <= LONGEST_REASON) {
            return reason;
        }
        int end = LONGEST_REASON - 1;
        return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
