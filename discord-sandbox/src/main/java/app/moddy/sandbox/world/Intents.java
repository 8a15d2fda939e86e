package app.moddy.sandbox.world;

/**
 * The gateway intents that decide here who hears of what, as bits.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#list-of-intents">List of intents</a>
 */
public final class Intents {
    /** The event goes to every session. */
    public static final int NONE = 0;

    /** Guilds, their roles and channels. */
    public static final int GUILDS = 1;

    /** Members of guilds; privileged. */
    public static final int GUILD_MEMBERS = 1 << 1;

    /** Messages in guild channels. */
    public static final int GUILD_MESSAGES = 1 << 9;

    /** Messages in direct messages. */
    public static final int DIRECT_MESSAGES = 1 << 12;

    /** What must be enabled in the developer portal: members, presences, message content. */
    public static final int PRIVILEGED = GUILD_MEMBERS | 1 << 8 | 1 << 15;

    /** Every bit that Discord defines: 0 to 16, 20, 21, 24, 25. */
    public static final int DEFINED = 0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    private Intents() {}
}
