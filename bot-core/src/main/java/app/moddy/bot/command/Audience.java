package app.moddy.bot.command;

/** Who may use a command at all. A closed set: switch over it without {@code default}. */
enum Audience {
    /** Owners, as {@link StaffSettings} says; the command exists in staff guilds only. */
    OWNER,
    /** Staff, as {@link StaffSettings} says; the command exists in staff guilds only. */
    STAFF,
    /** Everyone, in guilds and in direct messages with the bot. */
    EVERYONE
}
