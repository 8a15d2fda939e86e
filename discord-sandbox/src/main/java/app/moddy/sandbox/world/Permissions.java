package app.moddy.sandbox.world;

/**
 * The permission bits that the sandbox looks at.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Permissions</a>
 */
public final class Permissions {
    /** Implies every other one. */
    public static final long ADMINISTRATOR = 1L << 3;

    /** Read a channel. */
    public static final long VIEW_CHANNEL = 1L << 10;

    /** Write into a channel. */
    public static final long SEND_MESSAGES = 1L << 11;

    /** Delete the messages of others. */
    public static final long MANAGE_MESSAGES = 1L << 13;

    /** Grant and remove roles below one's own. */
    public static final long MANAGE_ROLES = 1L << 28;

    /** What @everyone may in a new guild, as measured at Discord. */
    static final long EVERYONE = 1_071_698_660_929L;

    /** What the bot was invited with: view, send, embed links, read history, manage roles, use commands. */
    static final long INVITED_BOT = VIEW_CHANNEL | SEND_MESSAGES | 1L << 14 | 1L << 16 | MANAGE_ROLES | 1L << 31;

    /** Every bit that Discord defines so far. */
    public static final long ALL = (1L << 53) - 1;

    private Permissions() {}
}
