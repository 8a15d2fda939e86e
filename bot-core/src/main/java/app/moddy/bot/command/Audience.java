package app.moddy.bot.command;

/** Who may use a command. A closed set: switch over it without {@code default}. */
public enum Audience {
    /** Staff, as {@link StaffSettings} says; the command exists in staff guilds only. */
    STAFF,
    /** Everyone, in guilds and in direct messages with the bot. */
    EVERYONE
}
