package app.moddy.bot.testing;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.testing.tea.TeaPlugin;
import app.moddy.bot.time.Timer;
import app.moddy.bot.user.UserLanguages;
import app.moddy.sandbox.SandboxFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a test can do with a bot of its own. */
class BotExtensionTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.with(TeaPlugin::new).section("tea", "{kind: Assam}");

    @Test
    void thePluginRunsWithItsSettingsAndStaffHaveItsCommands() {
        assertThat(bot.backend().get("/internal/tea")).hasStatus(200).hasValue("/kind", "Assam");
        assertThat(bot.ada().runs("/tea")).isEphemeral().says("Tea:").embed().hasDescription("Assam");
        assertThat(bot.bob().runs("/tea")).refuses();
        assertThat(bot.member("eve", bot.staff()).runs("/tea")).contains("Assam");
    }

    @Test
    void whatIsChosenCountsFromTheNextStart() {
        bot.section("tea", "{kind: Darjeeling}");
        assertThat(bot.backend().get("/internal/tea")).hasValue("/kind", "Assam");
        bot.restart();
        assertThat(bot.backend().get("/internal/tea")).hasValue("/kind", "Darjeeling");
        assertThatThrownBy(bot::start).isInstanceOf(IllegalStateException.class).hasMessageContaining("runs already");
    }

    @Test
    void itsDataOutlivesIt() throws Exception {
        Snowflake bob = Snowflake.parse(bot.bob().id());
        bot.service(UserLanguages.class)
                .choose(bob, Optional.of(DiscordLocale.FRENCH))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        bot.stop();
        assertThatThrownBy(bot::backend)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not started");
        bot.start();
        assertThat(bot.service(UserLanguages.class)
                        .of(bob)
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS)
                        .chosen())
                .contains(DiscordLocale.FRENCH);
    }

    @Test
    void timeIsMovedForTheBotAndForDiscord() {
        AtomicBoolean isDue = new AtomicBoolean();
        bot.service(Timer.class).after(Duration.ofHours(1), () -> isDue.set(true));
        Instant before = bot.discord().now();
        bot.advance(Duration.ofMinutes(59));
        assertThat(isDue).isFalse();
        bot.advance(Duration.ofMinutes(1));
        Eventually.isTrue("due", isDue::get);
        assertThat(bot.discord().now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    }

    @Test
    void whatIsNoServiceOfCoresIsSaid() {
        assertThatThrownBy(() -> bot.service(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("core has no service java.lang.String");
    }

    @Test
    void anOperatorHasTextsAndAnEnvironmentAndDiscordHasLimits(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("en-US.yml"), "_replies: {notice.not_yours: Not you.}\n");
        bot.stop()
                .templates(folder)
                .environment("MODDY_STAFF_ROLES", bot.guild().role("Boss").id())
                .start();
        bot.guild().awaitCommand("tea");
        assertThat(bot.ada().runs("/tea")).isEphemeral().doesNotContain("Assam");
    }

    @Test
    void discordFailsAsToldAndTheBotMayStartAllTheSame() {
        bot.stop();
        bot.on("GET /users/@me").failAlways(SandboxFault.status(500));
        bot.startWithoutWaiting();
        assertThat(bot.backend().get("/internal/tea")).hasStatus(200);
    }
}
