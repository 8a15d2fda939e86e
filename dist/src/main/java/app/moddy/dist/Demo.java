package app.moddy.dist;

import app.moddy.bot.Bot;
import app.moddy.bot.BotConfig;
import app.moddy.bot.BotConfigFile;
import app.moddy.bot.Main;
import app.moddy.bot.config.ConfigSection;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxCast;
import app.moddy.sandbox.SandboxConsole;
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

    private static final String STAFF = """

            Play the staff: type here

              /notify-test action:plan_upgraded
              /notify-test action:plan_upgraded user:bob
              press Send the test

            Also: help. Ctrl-C or quit ends it.
            """;

    private Demo() {}

    /** Starts both, reachable from this machine only. */
    public static void main(String[] args) {
        new Thread(ConfigSection::prepare, "demo-preparation").start(); // who needs it waits for it
        DiscordSandbox discord = DiscordSandbox.start();
        SandboxCast cast = SandboxCast.of(discord);
        DemoData data = DemoData.next();
        Map<String, String> environment = environment(discord, cast, data);
        // A config.yml that happens to lie around is somebody else's; one that is named is meant.
        BotConfigFile file =
                environment.containsKey("MODDY_CONFIG") ? BotConfigFile.of(environment) : BotConfigFile.builtIn();
        Main.run(file, environment, BotConfig::onLoopback, new Main.Meanwhile() {
            @Override
            public void run(Bot bot) throws InterruptedException {
                play(discord, cast, bot);
            }

            @Override
            public void afterwards() {
                data.delete();
            }
        });
    }

    private static void play(DiscordSandbox discord, SandboxCast cast, Bot bot) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SandboxConsole console = cast.console(discord, out);
        bot.awaitConnected();
        cast.guild().awaitCommand("notify-test").awaitCommand("health"); // the welcome invites to type them
        out.println(welcome(bot.port(), cast.ada().id()));
        console.perform("users");
        out.println(health(bot.port()));
        out.println(STAFF);
        console.read(System.in);
        if (SandboxConsole.isAtTerminal()) {
            out.println("Input has ended; the bot runs on. Ctrl-C ends it.");
        }
    }

    private static Map<String, String> environment(DiscordSandbox discord, SandboxCast cast, DemoData data) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", SECRET);
        environment.put("MODDY_STAFF_GUILDS", cast.guild().id());
        environment.put("MODDY_STAFF_ROLES", cast.staff().id());
        environment.put("MODDY_STAFF_USERS", "");
        environment.put("MODDY_STAFF_OWNERS", "");
        environment.put("MODDY_STAFF_CHANNEL", "");
        environment.put("MODDY_AUDIT_CHANNEL", "");
        environment.put("MODDY_DATA", data.folder().toString());
        environment.put("DATABASE_URL", "");
        return environment;
    }

    private static String welcome(int port, String discordId) {
        return """

                The bot runs on a simulated Discord. Nothing here leaves this machine.
                Play the backend: paste this into another terminal, and see here what the user sees.

                curl -i -w '\\n' http://127.0.0.1:%s/internal/notify \\
                  -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
                  -d '{"discord_id":"%s","action":"subscription_created","plan":"moddy_max","metadata":{"subscription_type":"yearly","amount":9900,"currency":"eur"}}'

                Another discord_id writes to somebody else; "locale":"fr" inside metadata makes it French:
                """.formatted(port, SECRET, discordId).stripTrailing();
    }

    private static String health(int port) {
        return """

                Ask how the bot is:

                curl -s -w '\\n' http://127.0.0.1:%s/internal/health -H 'Authorization: Bearer %s'""".formatted(port, SECRET);
    }
}
