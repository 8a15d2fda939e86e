package app.moddy.sandbox;

import java.io.PrintStream;

/**
 * The guild and the people of the examples in documents: always the same names and ids, so that what is written there can be
 * pasted.
 *
 * @param guild Moddy HQ
 * @param staff its role Staff
 * @param ada staff; 123456789012345678
 * @param bob 223456789012345678
 * @param chloe French; 323456789012345678
 * @param dan takes no direct messages; 423456789012345678
 */
public record SandboxCast(
        SandboxGuild guild, SandboxRole staff, SandboxUser ada, SandboxUser bob, SandboxUser chloe, SandboxUser dan) {
    private static final long MANAGE_GUILD = 32;

    /** Lets them come in. */
    public static SandboxCast of(DiscordSandbox discord) {
        SandboxGuild guild = discord.guild("Moddy HQ");
        SandboxRole staff = guild.role("Staff").permissions(MANAGE_GUILD);
        return new SandboxCast(
                guild,
                staff,
                discord.user("ada", 123_456_789_012_345_678L).joins(guild, staff),
                discord.user("bob", 223_456_789_012_345_678L).joins(guild),
                discord.user("chloe", 323_456_789_012_345_678L).joins(guild).locale("fr"),
                discord.user("dan", 423_456_789_012_345_678L).joins(guild).closesDms());
    }

    /** A console at which one can be each of them; Ada to begin with. */
    public SandboxConsole console(DiscordSandbox discord, PrintStream out) {
        return SandboxConsole.attach(discord, out)
                .in(guild)
                .knows(ada, "staff")
                .knows(bob)
                .knows(chloe, "her Discord is in French, as her first command tells the bot")
                .knows(dan, SandboxConsole.DMS_CLOSED);
    }
}
