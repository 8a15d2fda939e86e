package app.moddy.dist.proof;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxFault;
import java.util.List;

/** Discord is down: no call of the bot's does anything, and the gateway is gone. */
final class Outage {
    private static final List<String> ROUTES = List.of(
            "POST /channels/{channel_id}/messages",
            "GET /channels/{channel_id}/messages",
            "POST /users/@me/channels",
            "GET /users/@me");

    private final DiscordSandbox discord;
    private final SandboxFault fault;

    /** @param fault what becomes of each call */
    Outage(DiscordSandbox discord, SandboxFault fault) {
        this.discord = discord;
        this.fault = fault;
    }

    void begin() {
        ROUTES.forEach(route -> discord.on(route).failAlways(fault));
        discord.gateway().refuseConnections(true);
        discord.gateway().drop();
    }

    void end() {
        ROUTES.forEach(route -> discord.on(route).heal());
        discord.gateway().refuseConnections(false);
    }
}
