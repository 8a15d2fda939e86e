package app.moddy.benchmarks.floor;

import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA has the gateway's address built in; this names another. */
final class FixedGateway extends SessionControllerAdapter {
    private final String url;

    FixedGateway(String url) {
        this.url = url;
    }

    @Override
    public String getGateway() {
        return url;
    }
}
