package app.moddy.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a process of its own, with a guild, some users and a console. Options, also as environment variables. It
 * ends with 2 when one is unknown or has no such value.
 *
 * <ul>
 *   <li>{@code --port} ({@code SANDBOX_PORT}): 7080 unless given, 0 for a free one
 *   <li>{@code --token} ({@code SANDBOX_TOKEN})
 *   <li>{@code --rate-limits off} ({@code SANDBOX_RATE_LIMITS}): no limits and no log of calls, for measurements
 *   <li>{@code --members} ({@code SANDBOX_MEMBERS}): that many further members, with ids from 200000000000000001 on, for
 *       measurements
 * </ul>
 */
public final class Main {
    private static final int WRONG_USE = 2;
    private static final long FIRST_MEMBER = 200_000_000_000_000_001L;

    private Main() {}

    /** Runs until SIGTERM or SIGINT; the end of the input is not the end of the program. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "discord/sandbox-logback.xml");
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        MainOptions options = optionsOrExit(arguments);
        DiscordSandbox discord = startOrExit(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(discord, out)));
        SandboxCast cast = SandboxCast.of(discord);
        introduce(discord, cast, out);
        addMembers(discord, cast.guild(), options.members());
        cast.console(discord, out).read(System.in);
        new CountDownLatch(1).await();
    }

    private static MainOptions optionsOrExit(String[] arguments) {
        try {
            return MainOptions.read(List.of(arguments), System::getenv);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(WRONG_USE);
            throw refused;
        }
    }

    private static DiscordSandbox startOrExit(MainOptions options) {
        try {
            return settings(options).start();
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            System.err.println(
                    "Port " + options.port() + " is taken: stop whoever has it, or give another with --port");
            System.exit(WRONG_USE);
            throw e;
        }
    }

    private static SandboxBuilder settings(MainOptions options) {
        SandboxBuilder settings = DiscordSandbox.builder().port(options.port());
        String token = options.token();
        if (token != null) {
            settings.token(token);
        }
        return options.rateLimits() ? settings : settings.withoutRateLimits().withoutCallLog();
    }

    /** Whoever asked for the end gets it as a success: a JVM would report 143 after SIGTERM. */
    private static void end(DiscordSandbox discord, PrintStream out) {
        discord.close();
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void introduce(DiscordSandbox discord, SandboxCast cast, PrintStream out) {
        out.println("REST     " + discord.apiUrl());
        out.println("Gateway  " + discord.gatewayUrl());
        out.println("Token    " + discord.token());
        out.println("Bot      " + discord.botId());
        out.println("Guild    " + cast.guild().name() + " (" + cast.guild().id() + "), role Staff ("
                + cast.staff().id() + ")");
        out.println("Users    " + cast.ada() + " staff, " + cast.bob() + ", " + cast.chloe() + " fr, " + cast.dan()
                + " closed DMs");
        out.println("For the bot, to paste:");
        out.println("export DISCORD_API_URL=" + discord.apiUrl() + " DISCORD_GATEWAY_URL="
                + discord.gatewayUrl() + " DISCORD_TOKEN=" + discord.token() + " MODDY_STAFF_GUILDS="
                + cast.guild().id() + " MODDY_STAFF_ROLES=" + cast.staff().id());
        out.println("Type help for what can be typed here.");
    }

    private static void addMembers(DiscordSandbox discord, SandboxGuild guild, int count) {
        for (int i = 0; i < count; i++) {
            discord.user("member" + i, FIRST_MEMBER + i).joins(guild);
        }
    }
}
