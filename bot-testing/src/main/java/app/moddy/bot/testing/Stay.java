package app.moddy.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.PluginHost;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.Plugins;
import app.moddy.sandbox.SandboxRoute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Discord, and the bots that one after another run on it with the same data, from a test's begin to its end. */
final class Stay {
    private final BotSettings settings;
    private final Scene scene;
    private final BotData data = BotData.temporary();
    private final MovableTime time = MovableTime.flowing();
    private final Map<String, SandboxRoute> touched = new HashMap<>();
    private int problemsSeen;
    private @Nullable RunningBot bot;

    Stay(BotSettings settings) {
        this.settings = settings;
        this.scene = Scene.unlimited(settings.discord());
    }

    Scene scene() {
        return scene;
    }

    RunningBot bot() {
        if (bot == null) {
            throw new IllegalStateException("the bot is not started: call start() of the BotExtension");
        }
        return bot;
    }

    boolean isRunning() {
        return bot != null;
    }

    void startWithoutWaiting() {
        if (bot != null) {
            throw new IllegalStateException("the bot runs already; what is chosen counts from the next start");
        }
        bot = settings.start(scene.bot().data(data.folder()).replacing(time));
        if (!settings.areFailedPluginsTolerated()) {
            requirePlugins();
        }
    }

    private void requirePlugins() {
        List<String> failed = bot().service(Plugins.class).all().stream()
                .filter(plugin -> plugin.state() == PluginState.FAILED)
                .map(plugin -> plugin.name() + ": " + plugin.reason())
                .toList();
        assertThat(failed)
                .as("plugins that do not run (toleratingFailedPlugins() if that is what you test)")
                .isEmpty();
    }

    void start() {
        startWithoutWaiting();
        bot().awaitConnected();
        scene.awaitCommands(bot().service(PluginHost.class).commands().stream()
                .map(command -> command.data().getName())
                .toArray(String[]::new));
    }

    void stop() {
        if (bot != null) {
            bot.close();
            bot = null;
        }
    }

    /** Discord first: it has forgotten its limits when the bot's time comes. */
    void advance(Duration by) {
        scene.discord().advance(by);
        time.advance(by);
    }

    SandboxRoute on(String route) {
        SandboxRoute found = scene.discord().on(route);
        touched.put(route, found);
        return found;
    }

    /** The next test finds a Discord that works. */
    void endOfTest() {
        heal();
        check();
    }

    private void heal() {
        touched.values().forEach(SandboxRoute::heal);
        touched.clear();
    }

    private void check() {
        List<String> problems = scene.discord().problems();
        List<String> fresh = new ArrayList<>(problems.subList(problemsSeen, problems.size()));
        problemsSeen = problems.size();
        assertThat(fresh).as(Scene.PROBLEMS).isEmpty();
    }

    void close() {
        try {
            heal();
            stop();
            check();
        } finally {
            time.close();
            scene.discord().close();
            data.close();
        }
    }
}
