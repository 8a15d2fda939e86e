package app.moddy.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * A line of a guild's audit log.
 *
 * @param actionType 25 is MEMBER_ROLE_UPDATE
 * @param reason what the bot sent as X-Audit-Log-Reason, decoded
 */
public record AuditEntry(
        String guildId,
        int actionType,
        String targetId,
        String roleId,
        boolean added,
        @Nullable String reason) {
    /** The type of an entry about the roles of a member. */
    public static final int MEMBER_ROLE_UPDATE = 25;
}
