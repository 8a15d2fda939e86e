package app.moddy.bot.openapi;

import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.plugin.BotInfo;
import app.moddy.bot.plugin.PluginHost;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;

/** The description of the internal API as of the plugins that run now. Core only; thread-safe. */
public final class ApiDescription {
    private final Provider<PluginHost> plugins;
    private final ActionRegistry actions;
    private final BotInfo info;

    /** @param plugins later: they must know core's routes first */
    @Inject
    ApiDescription(Provider<PluginHost> plugins, ActionRegistry actions, BotInfo info) {
        this.plugins = plugins;
        this.actions = actions;
        this.info = info;
    }

    ApiDocument document() {
        return new ApiDocument(info.version(), actions.metadataSchemas())
                .with(plugins.get().apis());
    }

    /** What is wrong with the plugins' files, for their authors. */
    public List<String> faults() {
        return document().faults().stream()
                .map(fault -> "plugin %s, %s: %s".formatted(fault.plugin(), Description.FILE, fault.why()))
                .toList();
    }
}
