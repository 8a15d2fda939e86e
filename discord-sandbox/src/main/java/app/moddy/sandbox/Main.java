package app.moddy.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a process of its own, with a guild, some users and a console. Options, also as environment variables:
 *
 * <ul>
 *   <li>{@code --port} ({@code SANDBOX_PORT}): 7080 unless given, 0 for a free one
 *   <li>{@code --token} ({@code SANDBOX_TOKEN})
 *   <li>{@code --rate-limits off} ({@code SANDBOX_RATE_LIMITS})
 *   <li>{@code --members} ({@code SANDBOX_MEMBERS}): that many further members, with ids from 200000000000000001 on, for
 *       measurements
 * </ul>
 */
public final class Main {
    private static final String DEFAULT_PORT = "7080";
    /** The user of the examples in the documents. */
    private static final long ADA = 123_456_789_012_345_678L;

    private static final long FIRST_MEMBER = 200_000_000_000_000_001L;
    private static final long MANAGE_GUILD = 32;

    private Main() {}

    /** Runs until SIGTERM or SIGINT; the end of the input is not the end of the program. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "discord/sandbox-logback.xml");
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SandboxBuilder settings = DiscordSandbox.builder();
        settings.port(Integer.parseInt(option(arguments, "port", DEFAULT_PORT)));
        settings.token(option(arguments, "token", settings.token()));
        if (option(arguments, "rate-limits", "on").equals("off")) {
            settings.withoutRateLimits();
        }
        DiscordSandbox discord = settings.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(discord, out)));
        populate(discord, out);
        addMembers(discord, Integer.parseInt(option(arguments, "members", "0")));
        SandboxConsole.attach(discord, out).read(System.in);
        new CountDownLatch(1).await();
    }

    /** Whoever asked for the end gets it as a success: a JVM would report 143 after SIGTERM. */
    private static void end(DiscordSandbox discord, PrintStream out) {
        discord.close();
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void populate(DiscordSandbox discord, PrintStream out) {
        SandboxGuild guild = discord.guild("Moddy HQ");
        SandboxRole staff = guild.role("Staff").permissions(MANAGE_GUILD);
        SandboxUser ada = discord.user("ada", ADA).joins(guild, staff);
        SandboxUser bob = discord.user("bob").joins(guild);
        SandboxUser chloe = discord.user("chloe").joins(guild).locale("fr");
        SandboxUser dan = discord.user("dan").joins(guild).closesDms();
        out.println("REST     " + discord.apiUrl());
        out.println("Gateway  " + discord.gatewayUrl());
        out.println("Token    " + discord.token());
        out.println("Bot      " + discord.botId());
        out.println("Guild    " + guild.name() + " (" + guild.id() + "), role Staff (" + staff.id() + ")");
        out.println("Users    " + ada + " staff, " + bob + ", " + chloe + " fr, " + dan + " closed DMs");
        out.println("Type help for what can be typed here.");
    }

    private static void addMembers(DiscordSandbox discord, int count) {
        SandboxGuild guild = discord.guild("Moddy HQ");
        for (int i = 0; i < count; i++) {
            discord.user("member" + i, FIRST_MEMBER + i).joins(guild);
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--" + name)) {
                return arguments[i + 1];
            }
        }
        String variable =
                System.getenv("SANDBOX_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        return variable == null || variable.isBlank() ? otherwise : variable;
    }
}
