package app.moddy.bot;

import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.metrics.Gauge;
import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.plugin.BotInfo;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.Plugins;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is measured of the bot as a whole: its version, its plugins, its texts. */
final class BotMetrics {
    private final Plugins plugins;
    private final MessageTemplates templates;
    private final Gauge plugin;
    private final Gauge faults;

    @Inject
    BotMetrics(MetricsRegistry registry, BotInfo info, Plugins plugins, MessageTemplates templates) {
        this.plugins = plugins;
        this.templates = templates;
        Metrics metrics = registry.core();
        plugin = metrics.gauge("plugin_up", "1 while the plugin runs; without those that are switched off", "plugin");
        faults = metrics.gauge("template_faults", "Faults that keep files of the operator's templates from being used");
        registry.info("build", "The bot's version", "version", info.version());
        metrics.beforeEachLook(this::look);
    }

    private CompletionStage<?> look() {
        plugins.all().stream()
                .filter(status -> status.state() != PluginState.DISABLED)
                .forEach(status -> plugin.set(status.state() == PluginState.RUNNING ? 1 : 0, status.name()));
        faults.set(templates.faults().size());
        return CompletableFuture.completedStage("");
    }
}
