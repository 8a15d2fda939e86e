package app.moddy.bot.testing;

import app.moddy.bot.StartException;
import app.moddy.bot.config.ConfigException;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a test has chosen for its bots, one after another, and their Discord. For one thread. */
final class BotSettings {
    /** Something that differs from the shipped configuration. */
    interface Setting {
        void applyTo(RunningBot.Builder bot) throws ConfigException;
    }

    private final List<Setting> ofBot = new ArrayList<>();
    private final List<Consumer<SandboxBuilder>> ofDiscord = new ArrayList<>();
    private boolean failedPlugins;

    void add(Setting setting) {
        ofBot.add(setting);
    }

    void addLimit(Consumer<SandboxBuilder> limit) {
        ofDiscord.add(limit);
    }

    void tolerateFailedPlugins() {
        failedPlugins = true;
    }

    boolean areFailedPluginsTolerated() {
        return failedPlugins;
    }

    DiscordSandbox discord() {
        SandboxBuilder discord = DiscordSandbox.builder().withoutRateLimits().checkingSchema();
        ofDiscord.forEach(limit -> limit.accept(discord));
        return discord.start();
    }

    RunningBot start(RunningBot.Builder bot) {
        try {
            for (Setting setting : ofBot) {
                setting.applyTo(bot);
            }
            return bot.startWithoutWaiting();
        } catch (ConfigException | StartException e) {
            throw new AssertionError("The bot does not start: " + e.getMessage(), e);
        }
    }
}
