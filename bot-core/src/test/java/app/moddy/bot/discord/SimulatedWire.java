package app.moddy.bot.discord;

import app.moddy.bot.simulation.VirtualProcess;

/** Sees what a process of the bot really sends to Discord. */
public interface SimulatedWire {
    /** What a request is for. */
    enum Kind {
        /** Opens a DM. */
        OPEN,
        /** Posts a message. */
        POST,
        /** Reads messages. */
        SEARCH,
        /** Mentions a user in a guild. */
        MENTION
    }

    /** A call is handed to JDA. */
    void asks(VirtualProcess process, Kind kind);

    /**
     * A request goes out.
     *
     * @param subject of a post: the ref in its footer; of a mention: its nonce; else the user or the channel
     */
    void goesOut(VirtualProcess process, Kind kind, String subject);
}
