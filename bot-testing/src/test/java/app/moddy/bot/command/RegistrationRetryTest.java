package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxGuild;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Registration that fails is tried again until it succeeds. */
class RegistrationRetryTest {
    private static final String READ_GLOBAL = "GET /applications/{application_id}/commands";
    private static final String READ_GUILD = "GET /applications/{application_id}/guilds/{guild_id}/commands";
    private static final String WRITE_GUILD = "POST /applications/{application_id}/guilds/{guild_id}/commands";

    private final Scene scene = Scene.open();
    private final LogLines log = LogLines.of(CommandWriter.class);
    private final CommandDispatcher dispatcher = SandboxCommands.dispatcher(
            scene, Told.staff(Commands.slash("puppet", "Staff's")), Told.everyone(Commands.slash("open", "All's")));

    @AfterEach
    void stop() {
        log.close();
        scene.close();
    }

    @Test
    void whatCouldNotBeReadOrWrittenIsTriedAgainWithOneWarningForEachFailure() throws Exception {
        scene.discord().on(READ_GUILD).failNext(SandboxFault.status(500));
        scene.discord().on(WRITE_GUILD).failNext(SandboxFault.status(500));
        JDA jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue(
                "registered", () -> scene.discord().commands(scene.guild()).size() == 1);
        jda.shutdownNow();
        assertThat(log.containing(
                        "Could not register commands in guild " + scene.guild().id()))
                .extracting(ILoggingEvent::getLevel)
                .containsExactly(Level.WARN, Level.WARN);
    }

    @Test
    void oneScopeThatFailsDoesNotHoldUpTheOthers() throws Exception {
        scene.discord().on(READ_GLOBAL).failAlways(SandboxFault.status(500));
        JDA jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue(
                "registered", () -> scene.discord().commands(scene.guild()).size() == 1);
        assertThat(scene.discord().globalCommands()).isEmpty();
        scene.discord().on(READ_GLOBAL).heal();
        Eventually.isTrue(
                "registered too", () -> scene.discord().globalCommands().size() == 1);
        jda.shutdownNow();
    }

    @Test
    void aGuildThatMustHaveNoneIsNotAskedAgainWhenDiscordRefuses() throws Exception {
        SandboxGuild other = scene.discord().guild("Elsewhere");
        scene.discord().on(READ_GUILD).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        JDA jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue("asked again in the staff guild", () -> readsIn(scene.guild()) == 3);
        jda.shutdownNow();
        assertThat(readsIn(other)).isEqualTo(1);
    }

    private long readsIn(SandboxGuild guild) {
        return SandboxCommands.calls(scene.discord(), false)
                .map(SandboxCall::path)
                .filter(path -> path.contains(guild.id()))
                .count();
    }

    @Test
    void triesEndWithJda() throws Exception {
        CommandWriter writer = new CommandWriter(new BackOff(Duration.ofMillis(10), Duration.ofMillis(10)));
        JDA jda = SandboxCommands.login(scene.discord());
        BooleanSupplier runs = CommandScope.global(jda).isThere();
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger();
        writer.write(broken("with JDA", tries, () -> runs.getAsBoolean() || refusals.incrementAndGet() < 0), List.of());
        Eventually.isTrue("tried again", () -> tries.get() >= 3);
        jda.shutdown();
        assertThat(jda.awaitShutdown(Duration.ofSeconds(10))).isTrue();
        Eventually.isTrue("ended", () -> refusals.get() == 1);
        int inAll = tries.get();
        AtomicInteger meanwhile = new AtomicInteger();
        writer.write(broken("without", meanwhile, () -> meanwhile.get() < 10), List.of());
        Eventually.isTrue("time enough for ten more", () -> meanwhile.get() == 10);
        assertThat(tries).hasValue(inAll);
    }

    private static CommandScope broken(String where, AtomicInteger tries, BooleanSupplier isThere) {
        return new CommandScope(
                where,
                false,
                isThere,
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("broken");
                },
                data -> {
                    throw new AssertionError("written");
                },
                id -> {
                    throw new AssertionError("deleted");
                });
    }

    @Test
    void pausesDoubleFromOneSecondToOneMinuteAndAreNeverTheSame() {
        for (int i = 0; i < 100; i++) {
            assertThat(BackOff.DEFAULT.pauseAfter(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(BackOff.DEFAULT.pauseAfter(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(BackOff.DEFAULT.pauseAfter(1_000)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        }
    }
}
