package app.moddy.health;

import app.moddy.bot.plugin.BotPlugin;

/** The health routes and {@code /health}. */
public final class HealthPlugin extends BotPlugin {
    @Override
    public String name() {
        return "health";
    }

    @Override
    protected void configure() {
        bind(HealthCheck.class);
        route(HealthRoute.class);
        route(LiveRoute.class);
        route(ReadyRoute.class);
        command(HealthCommand.class);
    }
}
