package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.OperatorTemplates;
import app.moddy.bot.openapi.ApiDescription;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.plugin.PluginHost;
import app.moddy.bot.plugin.PluginSettings;
import app.moddy.bot.time.ThreadTimer;
import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries out everything that a plugin says, for a test of the plugin: every action in every language with every sample, and
 * with what callers may send one day. Without Discord, HTTP and data folder.
 *
 * <pre>{@code
 * assertThat(TemplateGate.faultsOf(new CouponPlugin())).isEmpty();
 * }</pre>
 */
public final class TemplateGate {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DISCORD_TOKEN", "none-is-needed", "INTERNAL_API_SECRET", "none-is-needed-here");

    private TemplateGate() {}

    /** What is wrong with a plugin that needs no settings; empty if nothing is. */
    public static List<String> faultsOf(BotPlugin plugin) {
        return faultsOf(plugin, "{}");
    }

    /**
     * What is wrong with a plugin that has settings; empty if nothing is.
     *
     * @param settings its section of the configuration, in YAML
     */
    public static List<String> faultsOf(BotPlugin plugin, String settings) {
        try {
            ConfigSection sections = ConfigSection.parse(
                    "plugins: {%s: %s}".formatted(plugin.name(), settings), "the test's settings", Map.of());
            PluginSettings plugins = new PluginSettings("", Set.of(), Set.of(), sections.section("plugins"));
            BotConfig shipped = BotConfigFile.builtIn().read(ENVIRONMENT);
            return faultsOf(
                    plugin,
                    new BotConfig(
                            shipped.discord(),
                            shipped.http(),
                            shipped.staff(),
                            shipped.store(),
                            shipped.messages(),
                            shipped.logs(),
                            plugins));
        } catch (ConfigException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> faultsOf(BotPlugin plugin, BotConfig config) {
        return checked(
                        Bot.wired(config, new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(new TypeLiteral<Iterable<BotPlugin>>() {}).toInstance(List.of(plugin));
                            }
                        }),
                        false) // a folder is not the plugin's, and may be for others
                .faults();
    }

    /** Looks at the plugins that core finds and at the operator's folder; they are wired, not started. */
    static Checked checked(Injector core) {
        return checked(core, true);
    }

    private static Checked checked(Injector core, boolean withFolder) {
        PluginHost plugins = core.getInstance(PluginHost.class);
        plugins.check();
        List<String> faults = new ArrayList<>(plugins.faults());
        List<String> files = new ArrayList<>();
        if (withFolder) {
            OperatorTemplates.Reload folder =
                    core.getInstance(OperatorTemplates.class).readOnce(plugins.absent());
            files.addAll(folder.changed());
            folder.faults().forEach(fault -> faults.add(fault.toString()));
        }
        faults.addAll(core.getInstance(ActionRegistry.class).tryOut());
        faults.addAll(core.getInstance(ApiDescription.class).faults());
        core.getInstance(ThreadTimer.class).close();
        return Checked.of(plugins, core.getInstance(MessageTemplates.class).languages(), files, faults);
    }
}
