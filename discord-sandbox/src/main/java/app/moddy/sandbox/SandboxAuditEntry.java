package app.moddy.sandbox;

import app.moddy.sandbox.world.AuditEntry;

/**
 * A role that the bot granted or took.
 *
 * @param reason the audit-log reason, decoded; empty when the bot gave none
 */
public record SandboxAuditEntry(String userId, String roleId, boolean granted, String reason) {
    static SandboxAuditEntry of(AuditEntry entry) {
        String reason = entry.reason();
        return new SandboxAuditEntry(entry.targetId(), entry.roleId(), entry.added(), reason == null ? "" : reason);
    }
}
