package app.moddy.health.others;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.plugin.HealthDetail;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** One of many that say much; the first does not start. */
public final class LoudPlugin extends BotPlugin {
    private final int number;

    public LoudPlugin(int number) {
        this.number = number;
    }

    @Override
    public String name() {
        return "loud-" + number;
    }

    @Override
    protected void configure() {
        health(number == 0 ? Misnamed.class : Speech.class);
    }

    static final class Misnamed extends Speech {
        @Override
        public String name() {
            return "**loud**";
        }
    }

    static class Speech implements HealthDetail {
        @Override
        public String name() {
            return "speech";
        }

        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of());
        }

        @Override
        public String inWords(Map<String, Object> values, DiscordLocale language) {
            return "loud ".repeat(100);
        }
    }
}
