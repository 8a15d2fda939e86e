package app.moddy.benchmarks.rendering;

import app.moddy.bot.Bot;
import app.moddy.bot.BotConfigFile;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.RenderedNotice;
import app.moddy.bot.message.Sample;
import app.moddy.sandbox.DiscordSandbox;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The first sample of an action in one language, in a bot that runs and is idle. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Rendering {
    /** The action. */
    @Param({"subscription_created", "subscription_updated", "subscription_cancelled", "plan_upgraded", "plan_downgraded"
    })
    public String action = "";

    /** The language. */
    @Param({"en-US", "fr"})
    public String language = "";

    private @Nullable DiscordSandbox discord;
    private @Nullable Bot bot;
    private @Nullable MessageTemplates templates;
    private @Nullable Notice notice;

    /** Starts a bot. */
    @Setup
    public void start() throws Exception {
        discord = DiscordSandbox.start();
        bot = Bot.of(BotConfigFile.builtIn()
                .read(Map.of(
                        "DISCORD_TOKEN", discord.token(),
                        "DISCORD_API_URL", discord.apiUrl().toString(),
                        "DISCORD_GATEWAY_URL", discord.gatewayUrl().toString(),
                        "INTERNAL_API_SECRET", "a-secret-of-the-benchmarks",
                        "INTERNAL_PORT", "0",
                        "MODDY_DATA",
                                Files.createTempDirectory("moddy-rendering").toString())));
        bot.start(() -> {});
        bot.awaitConnected();
        templates = RenderingPlugin.TEMPLATES.get(10, TimeUnit.SECONDS);
        Sample sample = templates.samples(action).get(0);
        notice = templates.notice(action, sample.plan(), sample.metadata()).withLanguage(DiscordLocale.from(language));
    }

    /** From a notice to an embed. */
    @Benchmark
    public RenderedNotice render() {
        return Objects.requireNonNull(templates).render(Objects.requireNonNull(notice), "1234567890123456789");
    }

    /** Stops it. */
    @TearDown
    public void stop() {
        Objects.requireNonNull(bot).close();
        Objects.requireNonNull(discord).close();
    }
}
