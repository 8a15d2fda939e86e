package app.moddy.bot.discord;

import static app.moddy.bot.discord.Talk.OPEN;
import static app.moddy.bot.discord.Talk.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Outlook.Acquaintance;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.time.SettableClock;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import com.google.inject.AbstractModule;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would stand in the way of a message to a user, through the real JDA. */
class OutlookTest {
    private static final String MEMBER = "GET /guilds/{guild_id}/members/{user_id}";

    private final SettableClock clock = new SettableClock();
    private final Scene scene = Scene.open();
    private final SandboxUser bob = scene.bob();
    private Talk talk;
    private int guilds;

    @BeforeEach
    void start() throws Exception {
        talk = Talk.start(bot());
    }

    private RunningBot.Builder bot() {
        return scene.bot().environment("MODDY_REQUESTS_PER_SECOND", "500").replacing(new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(clock);
            }
        });
    }

    @AfterEach
    void stop() {
        talk.close();
        scene.close();
    }

    private Outlook of(Snowflake user) throws Exception {
        return talk.messenger().outlook(user).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private Outlook of(SandboxUser user) throws Exception {
        return of(Talk.id(user));
    }

    private void startInMore(int more) throws Exception {
        talk.close();
        for (int i = 0; i < more; i++) {
            scene.discord().guild("Guild " + guilds++);
        }
        start();
    }

    private int lookedUp() {
        return scene.discord().calls(MEMBER).size();
    }

    @Test
    void nothingStandsInTheWayOfAMember() throws Exception {
        Outlook outlook = of(bob);
        assertThat(outlook.acquaintance()).isEqualTo(Acquaintance.SHARES_A_GUILD);
        assertThat(outlook.reach()).isEqualTo(Reach.NEW);
        assertThat(outlook.closedUntil()).isNull();
        assertThat(outlook.alarms()).isEmpty();
        assertThat(outlook.pausedUntil()).isNull();
        assertThat(outlook.expectedWait()).isZero();
        assertThat(outlook.connected()).isTrue();
        assertThat(outlook.restWorks()).isTrue();
        assertThat(bob.directMessages()).as("nobody is disturbed").isEmpty();
        talk.send(bob);
        assertThat(of(bob).reach()).isEqualTo(Reach.KNOWN);
    }

    @Test
    void whoSharesNoGuildCannotBeWrittenTo() throws Exception {
        assertThat(of(scene.discord().user("stranger")).acquaintance()).isEqualTo(Acquaintance.SHARES_NONE);
        assertThat(of(new Snowflake(999_999_999_999_999_999L)).acquaintance()).isEqualTo(Acquaintance.SHARES_NONE);
        Snowflake itself = Snowflake.parse(scene.discord().botId());
        assertThat(of(itself).acquaintance()).isEqualTo(Acquaintance.BOT);
    }

    @Test
    void itLooksIntoAHandfulOfGuildsOnly() throws Exception {
        startInMore(4);
        SandboxUser stranger = scene.discord().user("stranger");
        assertThat(of(stranger).acquaintance()).isEqualTo(Acquaintance.SHARES_NONE);
        Eventually.isTrue("in each guild", () -> lookedUp() == 5);
        startInMore(1);
        assertThat(of(stranger).acquaintance()).isEqualTo(Acquaintance.NOT_KNOWN);
        Eventually.isTrue("in no more", () -> lookedUp() == 10);
    }

    @Test
    void askingIsChargedToThePace() {
        // commands are registered at the same time: once that is over, asking is all that costs
        Eventually.isTrue("one request is charged", () -> {
            int room = talk.messenger().room(Reach.KNOWN);
            return asked(bob) && talk.messenger().room(Reach.KNOWN) == room - 1;
        });
    }

    private boolean asked(SandboxUser user) {
        try {
            return of(user).acquaintance() == Acquaintance.SHARES_A_GUILD;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closedDmsAreRememberedForAnHour() throws Exception {
        bob.closesDms();
        talk.send(bob);
        assertThat(of(bob).closedUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(1));
        assertThat(of(bob).closedUntil()).isNull();
    }

    @Test
    void anAlarmHoldsUpWhomItConcerns() throws Exception {
        talk.send(bob);
        SandboxUser fresh = scene.discord().user("fresh").joins(scene.guild());
        scene.discord().on(OPEN).failNext(SandboxFault.error(403, 20026, "flagged"));
        talk.send(fresh);
        Outlook outlook = of(fresh);
        assertThat(outlook.alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.QUARANTINED);
        assertThat(outlook.expectedWait()).isEqualTo(Duration.ofHours(1));
        assertThat(of(bob).alarms()).isEmpty();
        assertThat(of(bob).expectedWait()).isZero();
    }

    @Test
    void whileDiscordLimitsTheBotNothingIsAsked() throws Exception {
        talk.send(bob);
        scene.discord().on(SEND).failNext(SandboxFault.rateLimited(30, true));
        talk.send(bob);
        int before = lookedUp();
        Outlook outlook = of(bob);
        assertThat(outlook.pausedUntil()).isEqualTo(clock.instant().plusSeconds(30));
        assertThat(outlook.expectedWait()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(outlook.acquaintance()).isEqualTo(Acquaintance.NOT_KNOWN);
        assertThat(lookedUp()).isEqualTo(before);
    }

    @Test
    void whatDiscordDoesNotSayIsNotKnown() throws Exception {
        scene.discord().on(MEMBER).failNext(SandboxFault.status(500));
        assertThat(of(bob).acquaintance()).isEqualTo(Acquaintance.NOT_KNOWN);
        scene.discord().on(MEMBER).failNext(SandboxFault.error(403, 50001, "Missing Access"));
        assertThat(of(bob).acquaintance()).isEqualTo(Acquaintance.NOT_KNOWN);
    }

    @Test
    void beforeTheFirstLoginNothingIsKnown() throws Exception {
        scene.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
        Window window = new Window("window");
        try (RunningBot bot = bot().plugins(window).startWithoutWaiting()) {
            assertThat(bot.wasRefused()).isFalse();
            Outlook outlook = window.get(Messenger.class)
                    .outlook(Talk.id(bob))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertThat(outlook.connected()).isFalse();
            assertThat(outlook.acquaintance()).isEqualTo(Acquaintance.NOT_KNOWN);
        }
    }
}
