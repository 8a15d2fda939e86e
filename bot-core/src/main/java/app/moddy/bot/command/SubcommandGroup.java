package app.moddy.bot.command;

/**
 * A group of subcommands: those that name an equal one are in it together.
 *
 * @param name 1 to 32 characters, lower case, no blanks
 * @param description 1 to 100 characters
 */
public record SubcommandGroup(String name, String description) {}
