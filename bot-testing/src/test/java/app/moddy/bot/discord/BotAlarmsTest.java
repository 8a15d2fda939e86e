package app.moddy.bot.discord;

import static app.moddy.bot.discord.Talk.OPEN;
import static app.moddy.bot.discord.Talk.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.time.SettableClock;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import ch.qos.logback.classic.Level;
import com.google.inject.AbstractModule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alarms of a bot that runs: what Discord says, what staff hear, what a restart keeps. */
class BotAlarmsTest {
    private static final SandboxFault QUARANTINED = SandboxFault.error(403, 20026, "Your bot has been flagged");
    private static final SandboxFault TOO_FAST = SandboxFault.error(403, 40003, "You are opening DMs too fast");

    private static RunningBot.Builder at(SettableClock clock, RunningBot.Builder bot) {
        return bot.replacing(new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(clock);
            }
        });
    }

    private static List<Alarm.Kind> raised(Talk talk) {
        return talk.status().alarms().stream().map(Alarm::kind).toList();
    }

    @Test
    void aQuarantineSurvivesARestartAndEndsWithADmThatOpens(@TempDir Path data) throws Exception {
        SettableClock clock = new SettableClock();
        try (Scene scene = Scene.open();
                LogLines log = LogLines.of(Alarms.class)) {
            SandboxChannel channel = scene.guild().channel("staff");
            SandboxUser fresh = scene.discord().user("fresh").joins(scene.guild());
            try (Talk talk =
                    Talk.start(at(clock, scene.bot().data(data)).environment("MODDY_STAFF_CHANNEL", channel.id()))) {
                talk.send(scene.bob());
                scene.discord().on(OPEN).failNext(QUARANTINED);
                assertThat(talk.send(fresh)).isEqualTo(Delivery.notNow("20026", Duration.ofHours(1)));
                assertThat(raised(talk)).containsExactly(Alarm.Kind.QUARANTINED);
                assertThat(talk.messenger().slot(Reach.NEW)).isEmpty();
                assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
                assertThat(talk.status().restWorks()).isTrue();
                Eventually.isTrue(
                        "staff are told", () -> scene.guild().messages(channel).size() == 1);
                assertThat(scene.guild().messages(channel).get(0).content()).contains("20026");
            }
            try (Talk talk = Talk.start(at(clock, scene.bot().data(data)))) {
                assertThat(raised(talk)).containsExactly(Alarm.Kind.QUARANTINED);
                assertThat(talk.messenger().slot(Reach.NEW)).isEmpty();
                clock.advance(Duration.ofHours(1));
                assertThat(talk.send(fresh).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
                assertThat(raised(talk)).isEmpty();
            }
            try (Talk talk = Talk.start(at(clock, scene.bot().data(data)))) {
                assertThat(raised(talk)).isEmpty();
            }
            assertThat(log.containing("20026"))
                    .filteredOn(line -> line.getLevel() == Level.ERROR)
                    .hasSize(1);
        }
    }

    @Test
    void openedTooFastItPausesAlsoAfterARestart(@TempDir Path data) throws Exception {
        SettableClock clock = new SettableClock();
        try (Scene scene = Scene.open()) {
            try (Talk talk = Talk.start(at(clock, scene.bot().data(data)))) {
                scene.discord().on(OPEN).failNext(TOO_FAST);
                assertThat(talk.send(scene.bob())).isEqualTo(Delivery.notNow("40003", Duration.ofMinutes(10)));
            }
            try (Talk talk = Talk.start(at(clock, scene.bot().data(data)))) {
                assertThat(talk.messenger().slot(Reach.NEW)).isEmpty();
                clock.advance(Duration.ofMinutes(10));
                scene.discord().on(OPEN).failNext(TOO_FAST);
                assertThat(talk.send(scene.bob()).retryAfter()).isEqualTo(Duration.ofMinutes(20));
                clock.advance(Duration.ofMinutes(20));
                assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
                assertThat(raised(talk)).isEmpty();
            }
        }
    }

    @Test
    void aRefusedTokenIsAnAlarmAndOneMessageAMinuteTriesIt() throws Exception {
        SettableClock clock = new SettableClock();
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(at(clock, scene.bot()))) {
            scene.awaitCommands("language", "plugins", "reload-templates"); // whose success would end the alarm
            talk.send(scene.bob());
            scene.discord().on(SEND).failNext(SandboxFault.status(401));
            assertThat(talk.send(scene.bob())).isEqualTo(Delivery.notNow("HTTP 401", Duration.ofMinutes(1)));
            assertThat(raised(talk)).containsExactly(Alarm.Kind.TOKEN_REFUSED);
            assertThat(talk.status().restWorks()).as("it answers").isTrue();
            assertThat(talk.messenger().slot(Reach.KNOWN)).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            assertThat(talk.messenger().room(Reach.KNOWN)).isEqualTo(1);
            assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(raised(talk)).isEmpty();
            assertThat(talk.status().restWorks()).isTrue();
        }
    }

    @Test
    void aTokenThatIsRefusedAfterTheSessionHasEndedDoesNotEndTheProgram() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(
                        scene.bot().replacing(Timings.pausesButAfterShortSessions(Duration.ofMillis(300))))) {
            scene.discord().refuseToken();
            scene.discord().gateway().close(4004);
            Eventually.isTrue("the alarm", () -> raised(talk).contains(Alarm.Kind.TOKEN_REFUSED));
            int logins = scene.discord().calls("GET /users/@me").size();
            Eventually.isTrue(
                    "it tries again",
                    () -> scene.discord().calls("GET /users/@me").size() > logins);
            assertThat(talk.bot().wasRefused()).isFalse();
            scene.discord().acceptToken();
            Eventually.isTrue("it is over", () -> raised(talk).isEmpty());
            assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    @Test
    void staffAreToldOnceDiscordIsThereAgain() throws Exception {
        try (Scene scene = Scene.open()) {
            SandboxChannel channel = scene.guild().channel("staff");
            scene.discord().on("GET /users/@me").failNext(SandboxFault.status(500));
            Window window = new Window("window");
            RunningBot.Builder builder = scene.bot().environment("MODDY_STAFF_CHANNEL", channel.id());
            try (Talk talk = new Talk(window, builder.plugins(window).startWithoutWaiting())) {
                talk.window().get(StaffChannel.class).tell("Hello @everyone");
                assertThat(scene.guild().messages(channel)).isEmpty();
                Eventually.isTrue(
                        "it is said", () -> scene.guild().messages(channel).size() == 1);
                assertThat(scene.discord()
                                .calls(SEND)
                                .get(0)
                                .json()
                                .path("allowed_mentions")
                                .path("parse"))
                        .isEmpty();
            }
        }
    }

    @Test
    void aStaffGuildThatTheBotIsNotInIsToldAtTheStart() throws Exception {
        try (Scene scene = Scene.open();
                LogLines log = LogLines.of("app.moddy.bot.command.Staff");
                Talk talk = Talk.start(scene.bot().staff("111111111111111111", "222222222222222222"))) {
            assertThat(talk.status().gateway()).isEqualTo(DiscordStatus.Gateway.CONNECTED);
            Eventually.isTrue(
                    "told",
                    () -> log.containing("The bot is in no guild 111111111111111111")
                                    .size()
                            == 1);
        }
    }

    @Test
    void aStaffChannelThatIsNotThereIsLoggedAndHarmsNothing() throws Exception {
        try (Scene scene = Scene.open();
                LogLines log = LogLines.of(JdaStaffChannel.class);
                Talk talk = Talk.start(scene.bot().environment("MODDY_STAFF_CHANNEL", "123456789012345678"))) {
            Eventually.isTrue(
                    "told at the start",
                    () -> log.containing("123456789012345678").size() == 1);
            talk.window().get(StaffChannel.class).tell("Hello");
            assertThat(log.containing("123456789012345678")).hasSize(1);
        }
    }
}
