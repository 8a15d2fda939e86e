package app.moddy.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** Real JDA, logged in to a sandbox. */
final class Bots {
    private Bots() {}

    static JDABuilder builder(DiscordSandbox discord) {
        return JDABuilder.createLight(discord.token(), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayUrl().toString();
                    }
                })
                .setEnableShutdownHook(false);
    }

    static Bot login(DiscordSandbox discord, Object... listeners) {
        return login(discord, builder -> builder.addEventListeners(listeners));
    }

    static Bot login(DiscordSandbox discord, Consumer<JDABuilder> settings) {
        JDABuilder builder = builder(discord);
        settings.accept(builder);
        JDA jda = builder.build();
        try {
            jda.awaitReady();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return new Bot(jda);
    }

    /** Waits for a condition of real time, at most 15 s. */
    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within 15 s: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** A logged-in bot that ends with the test. */
    record Bot(JDA jda) implements AutoCloseable {
        @Override
        public void close() {
            jda.shutdownNow();
        }
    }
}
