package app.moddy.health;

import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.plugin.BotInfo;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import app.moddy.bot.plugin.Plugins;
import jakarta.inject.Inject;
import java.util.List;

/** Looks at the parts; asks nobody outside, so that a probe costs nothing. */
final class HealthCheck {
    private final DiscordStatus discord;
    private final Plugins plugins;
    private final BotInfo info;

    @Inject
    HealthCheck(DiscordStatus discord, Plugins plugins, BotInfo info) {
        this.discord = discord;
        this.plugins = plugins;
        this.info = info;
    }

    Health now() {
        return new Health(
                info.version(), discord.gateway(), discord.gatewayGoneFor(), discord.restWorks(), plugins.all());
    }

    /** The required plugins that do not run. */
    List<String> missingPlugins() {
        return plugins.all().stream()
                .filter(plugin -> plugin.required() && plugin.state() != PluginState.RUNNING)
                .map(PluginStatus::name)
                .toList();
    }
}
