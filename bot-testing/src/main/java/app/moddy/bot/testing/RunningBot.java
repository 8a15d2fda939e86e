package app.moddy.bot.testing;

import app.moddy.bot.Bot;
import app.moddy.bot.BotConfig;
import app.moddy.bot.BotConfigFile;
import app.moddy.bot.StartException;
import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.plugin.PluginSettings;
import app.moddy.bot.plugin.PluginStatus;
import app.moddy.bot.plugin.Plugins;
import app.moddy.sandbox.DiscordSandbox;
import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A real bot on free ports, logged in to a sandbox. */
public final class RunningBot implements AutoCloseable {
    /** What backends of the tests present. */
    public static final String SECRET = "a-secret-of-the-tests-only";

    private final Bot bot;
    private final Services services;
    private final Backend backend;
    private final BotData data;
    private final AtomicBoolean tokenRefused;

    private RunningBot(Bot bot, Services services, BotData data, AtomicBoolean tokenRefused) {
        this.bot = bot;
        this.services = services;
        this.data = data;
        this.backend = new Backend(bot.port(), SECRET);
        this.tokenRefused = tokenRefused;
    }

    /** A bot that will use this sandbox, with the plugins of the class path. */
    public static Builder on(DiscordSandbox discord) {
        return new Builder(discord);
    }

    /** A backend that knows the secret. */
    public Backend backend() {
        return backend;
    }

    /** Whether Discord has refused the token. */
    public boolean wasRefused() {
        return tokenRefused.get();
    }

    /**
     * A service of core's as plugins get it.
     *
     * @throws IllegalArgumentException when there is no such service
     */
    public <T> T service(Class<T> type) {
        return services.get(type);
    }

    /** Waits until it can send messages. */
    void awaitConnected() {
        Eventually.isTrue("the bot is connected", bot::isConnected);
    }

    @Override
    public void close() {
        bot.close();
        data.close();
    }

    /** What differs from the shipped configuration. */
    public static final class Builder {
        private final Map<String, String> environment = new HashMap<>();
        private final List<Module> replacements = new ArrayList<>();
        private final List<BotPlugin> plugins = new ArrayList<>();
        private final Map<String, String> sections = new HashMap<>();
        private @Nullable Path templates;
        private @Nullable Path kept;
        private @Nullable Path jars;
        private Set<String> required = Set.of();
        private Set<String> disabled = Set.of();

        private Builder(DiscordSandbox discord) {
            environment.put("DISCORD_TOKEN", discord.token());
            environment.put("DISCORD_API_URL", discord.apiUrl().toString());
            environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
            environment.put("INTERNAL_API_SECRET", SECRET);
            environment.put("INTERNAL_PORT", "0");
        }

        /** An environment variable of the bot. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Its data folder, which is kept, instead of a new one that is deleted at the end. */
        public Builder data(Path folder) {
            kept = folder;
            return this;
        }

        /** The folder of the operator's own texts. */
        public Builder templates(Path folder) {
            templates = folder;
            return this;
        }

        /** Who is staff: in this guild, with this role. */
        public Builder staff(String guild, String role) {
            return environment("MODDY_STAFF_GUILDS", guild).environment("MODDY_STAFF_ROLES", role);
        }

        /** These plugins, and those of earlier calls, instead of those on the class path. */
        public Builder plugins(BotPlugin... more) {
            plugins.addAll(List.of(more));
            return this;
        }

        /** The folder that plugins are installed in; by default there is none. */
        public Builder jars(Path folder) {
            jars = folder;
            return this;
        }

        /**
         * A plugin's section of the configuration; {@code ${…}} in it is read from the bot's environment. If there is no such
         * plugin, the start fails.
         *
         * @param yaml what stands below the plugin's name, in braces or on lines of its own
         */
        public Builder section(String plugin, String yaml) {
            sections.put(plugin, yaml);
            return this;
        }

        private ConfigSection sections() throws ConfigException {
            StringBuilder text = new StringBuilder("plugins:\n");
            sections.forEach((plugin, yaml) ->
                    text.append("  ").append(plugin).append(":\n").append(yaml.indent(4)));
            return ConfigSection.parse(text.toString(), "the test's sections", environment)
                    .section("plugins");
        }

        /** A section for a plugin that is not there would leave the one that was meant without its settings. */
        private void requirePlugins(Services services) {
            List<String> there = services.get(Plugins.class).all().stream()
                    .map(PluginStatus::name)
                    .toList();
            for (String plugin : sections.keySet()) {
                if (!there.contains(plugin)) {
                    throw new AssertionError(
                            "There is no plugin '%s', for which this test has a section(…); there are: %s"
                                    .formatted(plugin, there));
                }
            }
        }

        /** Plugins without which the bot must not run. */
        public Builder requires(String... plugins) {
            required = Set.of(plugins);
            return this;
        }

        /** Plugins that are switched off. */
        public Builder disables(String... plugins) {
            disabled = Set.of(plugins);
            return this;
        }

        /** A binding in place of core's own. */
        public Builder replacing(Module module) {
            replacements.add(module);
            return this;
        }

        /** Starts it; Discord may not be connected yet. */
        public RunningBot startWithoutWaiting() throws ConfigException, StartException {
            BotData data = kept == null ? BotData.temporary() : new BotData(kept, true);
            try {
                return startOn(data);
            } catch (Exception | Error e) {
                data.close();
                throw e;
            }
        }

        private RunningBot startOn(BotData data) throws ConfigException, StartException {
            environment.put("MODDY_DATA", data.folder().toString());
            BotConfig shipped = BotConfigFile.builtIn().read(environment);
            BotConfig config = new BotConfig(
                    shipped.discord(),
                    shipped.http(),
                    shipped.staff(),
                    shipped.store(),
                    messages(shipped.messages()),
                    shipped.logs(),
                    new PluginSettings(jars == null ? "" : jars.toString(), required, disabled, sections()));
            Services services = new Services();
            List<Module> modules = new ArrayList<>(replacements);
            modules.add(services);
            if (!plugins.isEmpty()) {
                modules.add(only(plugins));
            }
            Bot bot = Bot.of(config, modules.toArray(new Module[0]));
            AtomicBoolean tokenRefused = new AtomicBoolean();
            try {
                bot.start(() -> tokenRefused.set(true));
                requirePlugins(services);
            } catch (StartException | AssertionError e) {
                bot.close();
                throw e;
            }
            return new RunningBot(bot, services, data, tokenRefused);
        }

        private static Module only(List<BotPlugin> plugins) {
            return new AbstractModule() {
                @Override
                protected void configure() {
                    bind(new TypeLiteral<Iterable<BotPlugin>>() {}).toInstance(List.copyOf(plugins));
                }
            };
        }

        private MessageSettings messages(MessageSettings shipped) {
            return new MessageSettings(
                    shipped.defaultLanguage(),
                    shipped.defaultCurrency(),
                    shipped.defaultPaidPlan(),
                    shipped.plans(),
                    templates == null ? null : templates.toString());
        }

        /** Starts it and waits until it can send messages. */
        public RunningBot start() throws ConfigException, StartException {
            RunningBot running = startWithoutWaiting();
            running.awaitConnected();
            return running;
        }
    }
}
