package app.moddy.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.AnyPace;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxRole;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Discord with one guild, Ada who is staff there and Bob who is not. All traffic is checked against Discord's schema; a
 * violation fails the test when the scene is closed.
 */
public final class Scene implements AutoCloseable {
    static final String PROBLEMS = "what the bot and Discord said to each other";

    private final DiscordSandbox discord;
    private final boolean hasLimits;
    private final SandboxGuild guild;
    private final SandboxRole staff;
    private final SandboxUser ada;
    private final SandboxUser bob;

    private Scene(DiscordSandbox discord, boolean hasLimits) {
        this.discord = discord;
        this.hasLimits = hasLimits;
        guild = discord.guild("Moddy HQ");
        staff = guild.role("Staff");
        ada = discord.user("ada").joins(guild, staff);
        bob = discord.user("bob").joins(guild);
    }

    /** Without rate limits, and a bot without a pace: a test that is about them makes its own sandbox. */
    public static Scene open() {
        return unlimited(
                DiscordSandbox.builder().withoutRateLimits().checkingSchema().start());
    }

    /** A bot without a pace, whatever the limits of this Discord. */
    static Scene unlimited(DiscordSandbox discord) {
        return new Scene(discord, false);
    }

    /** On a sandbox of the test's own. */
    public static Scene on(DiscordSandbox discord) {
        return new Scene(discord, true);
    }

    /** A bot of which Ada is staff. */
    public RunningBot.Builder bot() {
        RunningBot.Builder bot = RunningBot.on(discord).staff(guild.id(), staff.id());
        return hasLimits
                ? bot
                : bot.environment("MODDY_REQUESTS_PER_SECOND", "100000")
                        .environment("MODDY_NEW_DM_PER_SECOND", "100000")
                        .replacing(new AnyPace());
    }

    /**
     * Waits until Discord knows these commands of the bot's, in the guild or everywhere.
     *
     * @param names without slashes; of user menus too
     */
    public void awaitCommands(String... names) {
        Eventually.isTrue(
                "there are " + List.of(names),
                () -> Stream.concat(discord.commands(guild).stream(), discord.globalCommands().stream())
                        .map(command -> command.path("name").asText())
                        .toList()
                        .containsAll(List.of(names)));
    }

    public DiscordSandbox discord() {
        return discord;
    }

    public SandboxGuild guild() {
        return guild;
    }

    public SandboxRole staff() {
        return staff;
    }

    /** Staff. */
    public SandboxUser ada() {
        return ada;
    }

    /** A member, no staff. */
    public SandboxUser bob() {
        return bob;
    }

    @Override
    public void close() {
        discord.close();
        assertThat(discord.problems()).as(PROBLEMS).isEmpty();
    }
}
