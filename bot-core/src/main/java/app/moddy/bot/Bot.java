package app.moddy.bot;

import app.moddy.bot.builtin.BuiltInModule;
import app.moddy.bot.command.CommandDispatcher;
import app.moddy.bot.command.CommandModule;
import app.moddy.bot.discord.DiscordConnection;
import app.moddy.bot.discord.DiscordModule;
import app.moddy.bot.discord.DiscordSettings;
import app.moddy.bot.http.ApiServer;
import app.moddy.bot.http.HttpModule;
import app.moddy.bot.instance.InstanceModule;
import app.moddy.bot.instance.Instances;
import app.moddy.bot.message.MessageModule;
import app.moddy.bot.message.OperatorModule;
import app.moddy.bot.message.OperatorTemplates;
import app.moddy.bot.metrics.MetricsModule;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.openapi.OpenApiModule;
import app.moddy.bot.plugin.PluginHost;
import app.moddy.bot.plugin.PluginModule;
import app.moddy.bot.store.Database;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.bot.store.StoreModule;
import app.moddy.bot.time.ThreadTimer;
import app.moddy.bot.time.TimeModule;
import app.moddy.bot.user.UserModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot: core's services wired, then started in an order one can read. Start it once and close it; {@link #close} may
 * be called by any thread.
 */
public final class Bot implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bot.class);

    /** For requests under way; what they wait for is given up earlier, so that they have their answer by then. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * Longer than what they send is waited for. It passes while requests are waited for, so that both and leaving Discord
     * (2 s) take no more than 10 s.
     */
    private static final Duration COMMANDS_GRACE = Duration.ofMillis(4_500);

    private final DiscordSettings settings;
    private final DiscordsPace pace;
    private final ThreadTimer timer;
    private final Database database;
    private final Instances instances;
    private final DiscordConnection discord;
    private final PluginHost plugins;
    private final OperatorTemplates templates;
    private final CommandDispatcher commands;
    private final ApiServer http;
    private final MetricsRegistry metrics;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Bot(Injector core) {
        this.settings = core.getInstance(DiscordSettings.class);
        this.pace = core.getInstance(DiscordsPace.class);
        this.timer = core.getInstance(ThreadTimer.class);
        this.database = core.getInstance(Database.class);
        this.instances = core.getInstance(Instances.class);
        this.discord = core.getInstance(DiscordConnection.class);
        this.plugins = core.getInstance(PluginHost.class);
        this.templates = core.getInstance(OperatorTemplates.class);
        this.commands = core.getInstance(CommandDispatcher.class);
        this.http = core.getInstance(ApiServer.class);
        this.metrics = core.getInstance(MetricsRegistry.class);
    }

    /**
     * Wires the bot; nothing is started yet.
     *
     * @param replacements bindings that take the place of core's own: for tests
     */
    public static Bot of(BotConfig config, Module... replacements) {
        return new Bot(wired(config, replacements));
    }

    /** Core's services, none of them started. */
    static Injector wired(BotConfig config, Module... replacements) {
        Module core = Modules.combine(
                new CoreModule(config),
                new TimeModule(),
                new MetricsModule(),
                new StoreModule(),
                new InstanceModule(),
                new MessageModule(),
                new OperatorModule(),
                new DiscordModule(),
                new UserModule(),
                new HttpModule(),
                new CommandModule(),
                new PluginModule(),
                new BuiltInModule(),
                new OpenApiModule());
        return Guice.createInjector(Stage.PRODUCTION, Modules.override(core).with(replacements));
    }

    /**
     * Starts everything. Discord is connected in the background, HTTP serves meanwhile.
     *
     * @param tokenRefused runs when Discord has refused the token for good
     * @throws StartException when the store can not be used, a required plugin does not run, or the port is taken
     */
    public void start(Runnable tokenRefused) throws StartException {
        warnOfPace();
        openStore();
        plugins.start();
        templates.begin(plugins.absent());
        requirePlugins();
        commands.serve(plugins.commands(), plugins.notes());
        templates.whenCommandsChange(commands::registerAgain);
        discord.listen(commands);
        discord.start(tokenRefused);
        try {
            http.start(plugins.routes()); // last: no request arrives before the bot can serve it
        } catch (RuntimeException e) {
            throw new StartException(StartException.Kind.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
        log.info("Serving on port {}", http.port());
    }

    /** REST proxies have their reasons, so this is no fault. */
    private void warnOfPace() {
        if (settings.requestsPerSecond() > pace.requestsPerSecond()) {
            log.warn(
                    "discord.requests_per_second is {}: Discord itself refuses more than 50, and bans who goes on",
                    settings.requestsPerSecond());
        }
    }

    private void openStore() throws StartException {
        try {
            database.open(Bot.class);
        } catch (StoreFaultException e) {
            StartException.Kind kind = e.passes() ? StartException.Kind.DATABASE : StartException.Kind.CONFIGURATION;
            throw new StartException(kind, String.valueOf(e.getMessage()), e);
        }
    }

    private void requirePlugins() throws StartException {
        Optional<String> passing = plugins.passingFault();
        // also of one that is not required: it would be missing until somebody starts the bot again
        if (passing.isPresent()) {
            throw new StartException(
                    StartException.Kind.DATABASE,
                    "The tables of a plugin can not be brought up to date: " + passing.get(),
                    null);
        }
        if (!plugins.missing().isEmpty()) {
            String all = plugins.missing().stream()
                    .map(status -> status.name() + ": " + status.reason())
                    .collect(Collectors.joining("; "));
            throw new StartException(StartException.Kind.PLUGIN, "A required plugin does not run: " + all, null);
        }
    }

    /** The port that HTTP is served on. */
    public int port() {
        return http.port();
    }

    /** Returns once the first login has succeeded; never before {@link #start}. */
    public void awaitConnected() throws InterruptedException {
        discord.awaitReady();
    }

    /** Whether messages can be sent: the first login has succeeded. */
    public boolean isConnected() {
        return discord.jda().isPresent();
    }

    /** Stops in reverse: requests under way get their answer, then Discord is left. Idempotent, within 10 seconds. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        log.info("Stopping");
        for (Runnable step : List.<Runnable>of(
                plugins::leave,
                discord::leave,
                commands::refuse,
                () -> http.stop(GRACE),
                () -> commands.stop(COMMANDS_GRACE),
                discord::drain,
                plugins::stop,
                discord::stop,
                instances::close,
                database::close,
                plugins::release,
                metrics::close,
                timer::close)) {
            try {
                step.run();
            } catch (RuntimeException e) { // the next step must happen all the same
                log.error("Could not stop a part of the bot", e);
            }
        }
        log.info("Stopped");
    }
}
