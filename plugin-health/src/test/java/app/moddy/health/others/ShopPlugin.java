package app.moddy.health.others;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.plugin.HealthDetail;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** One with more to say of how it is. */
public final class ShopPlugin extends BotPlugin {
    @Override
    public String name() {
        return "shop";
    }

    @Override
    protected void configure() {
        health(Stock.class);
        health(Broken.class);
    }

    static final class Stock implements HealthDetail {
        @Override
        public String name() {
            return "stock";
        }

        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of("oldest", Instant.ofEpochSecond(0, 123)));
        }

        @Override
        public String inWords(Map<String, Object> values, DiscordLocale language) {
            return language == DiscordLocale.FRENCH ? "En stock" : "In stock";
        }
    }

    static final class Broken implements HealthDetail {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.failedStage(new IllegalStateException("planted"));
        }
    }
}
