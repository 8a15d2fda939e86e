package app.moddy.health;

import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.plugin.BotInfo;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.store.StoreStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Looks at the parts; asks nobody outside, the store now and then, and the plugins for what they have to say, so that a probe
 * costs next to nothing.
 */
final class HealthCheck {
    /**
     * What stands in the way of requests.
     *
     * @param plain for who asks without the secret
     * @param detail for the operator
     */
    record Obstacle(String plain, String detail) {
        static final Obstacle NOT_LIVE = new Obstacle(
                "the other instances may count this one as dead",
                "the database has not confirmed in time that it lives, or they have not heard of it yet");
    }

    private final DiscordStatus discord;
    private final StoreStatus store;
    private final Plugins plugins;
    private final MessageTemplates templates;
    private final BotInfo info;
    private final Instance instance;

    @Inject
    HealthCheck(
            DiscordStatus discord,
            StoreStatus store,
            Plugins plugins,
            MessageTemplates templates,
            BotInfo info,
            Instance instance) {
        this.discord = discord;
        this.store = store;
        this.plugins = plugins;
        this.templates = templates;
        this.info = info;
        this.instance = instance;
    }

    CompletionStage<Health> now() {
        return store.fault()
                .thenCombine(
                        plugins.details(),
                        (fault, details) -> new Health(
                                info.version(),
                                discord.gateway(),
                                discord.gatewayGoneFor(),
                                discord.restWorks(),
                                discord.alarms(),
                                fault,
                                plugins.all(),
                                details,
                                templates.faults()));
    }

    /** Why no requests should be sent here; empty when they may. */
    CompletionStage<List<Obstacle>> obstacles() {
        return store.fault().thenApply(fault -> {
            List<Obstacle> obstacles = new ArrayList<>();
            if (!fault.isEmpty()) {
                obstacles.add(new Obstacle("the store accepts no writes", fault));
            }
            if (!instance.isLive()) {
                obstacles.add(Obstacle.NOT_LIVE);
            }
            List<String> missing = missingPlugins();
            if (!missing.isEmpty()) {
                obstacles.add(new Obstacle("a required plugin does not run", String.join(", ", missing)));
            }
            return obstacles;
        });
    }

    private List<String> missingPlugins() {
        return plugins.all().stream()
                .filter(plugin -> plugin.required() && plugin.state() != PluginState.RUNNING)
                .map(PluginStatus::name)
                .toList();
    }
}
