package app.moddy.bot.discord;

import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The session at the gateway, which begins once JDA is whole and the gateway is this instance's; until then JDA can make requests. JDA begins it while it is still being built: a gateway that is fast (or
 * a thread that is slow) then sends a guild before there is a client to take it, and JDA never becomes ready.
 */
class GatewaySession extends SessionControllerAdapter {
    private final String url;
    private @Nullable SessionConnectNode held;
    private boolean begun;

    /** @param url JDA has Discord's built in; this is the one way to name another */
    GatewaySession(String url) {
        this.url = url;
    }

    @Override
    public String getGateway() {
        return url;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        synchronized (this) {
            if (!begun) {
                held = node;
                return;
            }
        }
        super.appendSession(node);
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        synchronized (this) {
            held = null;
        }
        super.removeSession(node);
    }

    /** JDA is whole, and the gateway is ours. */
    void begin() {
        SessionConnectNode first;
        synchronized (this) {
            begun = true;
            first = held;
            held = null;
        }
        if (first != null) {
            super.appendSession(first);
        }
    }
}
