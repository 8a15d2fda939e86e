package app.moddy.dist;

import app.moddy.bot.Bot;
import app.moddy.bot.BotConfig;
import app.moddy.bot.BotConfigFile;
import app.moddy.bot.Main;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxConsole;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxRole;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** {@code ./moddy demo}: a simulated Discord, the bot on it, and a console that shows what users see. */
public final class Demo {
    /** Accepted here and nowhere else: {@code ./moddy run} takes its secrets from the environment. */
    private static final String SECRET = "demo-secret-for-loopback-only";

    /** The user of the examples in the documents. */
    private static final long ADA = 123_456_789_012_345_678L;

    private Demo() {}

    /** Starts both, reachable from this machine only. */
    public static void main(String[] args) {
        DiscordSandbox discord = DiscordSandbox.start();
        SandboxGuild guild = discord.guild("Moddy HQ");
        SandboxRole staff = guild.role("Staff");
        discord.user("ada", ADA).joins(guild, staff);
        discord.user("bob").joins(guild);
        discord.user("chloe").joins(guild).locale("fr");
        discord.user("dan").joins(guild).closesDms();
        Map<String, String> environment = environment(discord, guild, staff);
        // A config.yml that happens to lie around is somebody else's; one that is named is meant.
        BotConfigFile file =
                environment.containsKey("MODDY_CONFIG") ? BotConfigFile.of(environment) : BotConfigFile.builtIn();
        Main.run(file, environment, BotConfig::onLoopback, bot -> play(discord, bot));
    }

    private static void play(DiscordSandbox discord, Bot bot) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        bot.awaitConnected();
        out.print(welcome(bot.port()));
        SandboxConsole.attach(discord, out).read(System.in);
    }

    private static Map<String, String> environment(DiscordSandbox discord, SandboxGuild guild, SandboxRole staff) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", SECRET);
        environment.put("MODDY_STAFF_GUILDS", guild.id());
        environment.put("MODDY_STAFF_ROLES", staff.id());
        environment.put("MODDY_STAFF_USERS", "");
        return environment;
    }

    private static String welcome(int port) {
        return """

                The bot runs on a simulated Discord. Nothing here leaves this machine.
                Play the backend: paste this into another terminal, and see here what the user sees.

                curl -i http://127.0.0.1:%s/internal/notify \\
                  -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
                  -d '{"discord_id":"%s","action":"subscription_created","plan":"moddy_max","metadata":{"subscription_type":"yearly","amount":9900,"currency":"eur"}}'

                Play the staff: type  /notify-test action:plan_upgraded  here. Also: help. Ctrl-C ends it.

                """.formatted(port, SECRET, ADA);
    }
}
