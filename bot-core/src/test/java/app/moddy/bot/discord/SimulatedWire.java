package app.moddy.bot.discord;

import app.moddy.bot.simulation.VirtualProcess;

/** Sees what a process of the bot really sends to Discord. */
@FunctionalInterface
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

    /**
     * A request goes out.
     *
     * @param subject of a post or mention: the nonce; else the user or the channel
     * @param repeat whether JDA or OkHttp repeat it by themselves
     */
    void goesOut(VirtualProcess process, Kind kind, String subject, boolean repeat);
}
