package app.moddy.bot.testing;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxBuilder;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxRole;
import app.moddy.sandbox.SandboxRoute;
import app.moddy.sandbox.SandboxUser;
import com.google.inject.Module;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real bot on a simulated Discord with one guild, Ada who is staff there and Bob who is not; on free ports, without a token.
 *
 * <pre>{@code
 * @RegisterExtension
 * final BotExtension bot = BotExtension.create().section("giveaway", "{prize: a cup}");
 *
 * @Test
 * void theWinnerIsTold() {
 *     assertThat(bot.backend().notify(bot.bob(), "giveaway_won")).hasStatus(200).hasOutcome("delivered");
 *     assertThat(bot.bob()).nextDirectMessage().embed().hasTitle("You have won a cup!");
 * }
 * }</pre>
 *
 * <p>On a field of the instance it is a bot for each test, on a static one a bot for all tests of the class; then what a test
 * leaves behind is there for the next, but for the faults of {@link #on}. After each test whatever bot and Discord said to
 * each other against Discord's schema fails it. What is chosen counts from the next start, so most of it belongs to the field's
 * declaration; what needs an id of the guild's goes with {@link #startedByTest}. For one thread, that of the tests.
 */
public final class BotExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final BotSettings settings = new BotSettings();
    private boolean startedByTest;
    private int classes;
    private @Nullable Stay stay;

    private BotExtension() {}

    /** With the plugins that are on the class path, as the bot finds them: the one under test, and those that it needs. */
    public static BotExtension create() {
        return new BotExtension();
    }

    /** These plugins, and those of earlier calls, instead of those on the class path; made anew for each start. */
    @SafeVarargs
    public final BotExtension plugins(Supplier<? extends BotPlugin>... plugins) {
        List<Supplier<? extends BotPlugin>> all = new ArrayList<>();
        for (Supplier<? extends BotPlugin> plugin : plugins) {
            all.add(plugin);
        }
        return set(bot -> bot.plugins(all.stream().map(Supplier::get).toArray(BotPlugin[]::new)));
    }

    private BotExtension set(BotSettings.Setting setting) {
        settings.add(setting);
        return this;
    }

    /**
     * A plugin's section of the configuration. If there is no such plugin, the start fails.
     *
     * @param yaml what stands below the plugin's name, such as {@code {prize: a cup}}
     */
    public BotExtension section(String plugin, String yaml) {
        return set(bot -> bot.section(plugin, yaml));
    }

    /** An environment variable of the bot, such as {@code MODDY_AUDIT_CHANNEL}. */
    public BotExtension environment(String name, String value) {
        return set(bot -> bot.environment(name, value));
    }

    /** The folder of the operator's own texts. */
    public BotExtension templates(Path folder) {
        return set(bot -> bot.templates(folder));
    }

    /** The folder that plugins are installed in as jars; by default there is none. */
    public BotExtension jars(Path folder) {
        return set(bot -> bot.jars(folder));
    }

    /** Bindings that take the place of core's own, such as a {@code StoreGate}. */
    public BotExtension replacing(Module module) {
        return set(bot -> bot.replacing(module));
    }

    /**
     * A rate limit of Discord's; there is none unless set. It belongs to the field's declaration: Discord is there from its first
     * use on.
     *
     * @see SandboxBuilder#rateLimit
     */
    public BotExtension rateLimit(String route, int requests, Duration window) {
        if (stay != null) {
            throw new IllegalStateException("Discord is there already: choose its limits where the field is declared");
        }
        settings.addLimit(discord -> discord.rateLimit(route, requests, window));
        return this;
    }

    /** A plugin that does not run is what is tested; otherwise it fails the test with its reason. */
    public BotExtension toleratingFailedPlugins() {
        settings.tolerateFailedPlugins();
        return this;
    }

    /** It does not start by itself: the test does that, by {@link #start}, once it has arranged things. */
    public BotExtension startedByTest() {
        startedByTest = true;
        return this;
    }

    private Stay stay() {
        if (stay == null) {
            stay = new Stay(settings);
        }
        return stay;
    }

    /** Starts the bot, and waits until it is connected and Discord knows its commands. */
    public BotExtension start() {
        stay().start();
        return this;
    }

    /** Starts the bot, and does not wait for Discord. */
    public BotExtension startWithoutWaiting() {
        stay().startWithoutWaiting();
        return this;
    }

    /** Stops the bot gracefully; its data and Discord stay. */
    public BotExtension stop() {
        stay().stop();
        return this;
    }

    /** Stops it and starts it again on the same data. */
    public BotExtension restart() {
        return stop().start();
    }

    /**
     * Moves the time of the bot and of Discord on: what is due by then happens. Otherwise it passes as usual. What JDA itself waits
     * for, such as a rate limit that is used up, goes by the real time.
     */
    public void advance(Duration by) {
        stay().advance(by);
    }

    /** Somebody's backend, which knows the secret. */
    public Backend backend() {
        return stay().bot().backend();
    }

    /**
     * A service of core's as plugins get it, such as {@code Store.class}.
     *
     * @throws IllegalArgumentException when there is no such service
     */
    public <T> T service(Class<T> type) {
        return stay().bot().service(type);
    }

    /** Discord itself. */
    public DiscordSandbox discord() {
        return stay().scene().discord();
    }

    /**
     * What can go wrong with calls of a route, until the end of the test.
     *
     * @param route such as {@code POST /channels/{channel_id}/messages}
     */
    public SandboxRoute on(String route) {
        return stay().on(route);
    }

    /** The guild, which is where the commands of staff are. */
    public SandboxGuild guild() {
        return stay().scene().guild();
    }

    /** The role of staff in {@link #guild}. */
    public SandboxRole staff() {
        return stay().scene().staff();
    }

    /** Staff. */
    public SandboxUser ada() {
        return stay().scene().ada();
    }

    /** A member, no staff. */
    public SandboxUser bob() {
        return stay().scene().bob();
    }

    /** Another member of the guild, by name. */
    public SandboxUser member(String name, SandboxRole... roles) {
        return discord().user(name).joins(guild(), roles);
    }

    Scene scene() {
        return stay().scene();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes++; // nested ones, too
        startUnlessByTest();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startUnlessByTest();
    }

    private void startUnlessByTest() {
        if (!startedByTest && !stay().isRunning()) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            end();
        } else {
            stay().endOfTest();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            end();
        }
    }

    private void end() {
        Stay ending = stay;
        stay = null;
        Stream.ofNullable(ending).forEach(Stay::close);
    }
}
