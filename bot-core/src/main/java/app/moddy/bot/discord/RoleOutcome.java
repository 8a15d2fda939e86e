package app.moddy.bot.discord;

/** What became of giving a role to a member, or taking one. A closed set: switch over it without {@code default}. */
public enum RoleOutcome {
    /** The member has the role, or has it no more, as was wished. */
    DONE,
    /** The user is no member of the guild, or there is no such user. */
    NOT_A_MEMBER,
    /** The bot lacks the permission Manage Roles there. */
    MISSING_PERMISSION,
    /** The role is not below the bot's highest one: whoever manages the guild can move the bot's role up. */
    HIERARCHY,
    /** Nobody can give or take this role: it belongs to an integration, to boosters, or it is {@code @everyone}. */
    UNASSIGNABLE,
    /** The guild has no such role. */
    UNKNOWN_ROLE,
    /** The bot is not in the guild. */
    NOT_IN_GUILD,
    /** Discord will not do it, for another reason. */
    REFUSED,
    /** Nobody knows that it was done, and later it may work: not connected, limited, unreachable. Repeating is harmless. */
    NOT_NOW
}
