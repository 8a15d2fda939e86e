package app.moddy.dist;

import app.moddy.bot.Bot;
import app.moddy.bot.BotConfigFile;
import app.moddy.bot.Main;
import app.moddy.bot.config.ConfigException;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxConsole;
import app.moddy.sandbox.SandboxWorld;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** {@code ./moddy demo}: a simulated Discord, the bot on it, and a console that shows what users see. */
public final class Demo {
    /** Accepted here and nowhere else: {@code ./moddy run} takes its secret from the environment. */
    private static final String SECRET = "demo-secret-for-loopback-only";

    private Demo() {}

    /** Starts both; everything listens on loopback only. */
    public static void main(String[] args) throws ConfigException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DiscordSandbox discord = DiscordSandbox.start();
        SandboxWorld world = SandboxWorld.populate(discord);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", SECRET);
        environment.put("MODDY_STAFF_GUILDS", world.guild().id());
        environment.put("MODDY_STAFF_ROLES", world.staff().id());
        Bot bot = Bot.of(BotConfigFile.read(environment));
        SandboxConsole.attach(discord, out);
        Main.run(bot);
    }
}
