package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;

class DiscordConnectionTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final String OPEN = "POST /users/@me/channels";

    private final Window window = new Window("window");

    private DiscordStatus status() {
        return window.get(DiscordStatus.class);
    }

    private Delivery send(String user, String nonce) throws Exception {
        CompletionStage<Delivery> stage = window.get(Messenger.class)
                .sendDirect(Snowflake.parse(user), MessageCreateData.fromContent("Hello @everyone"), nonce);
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private Delivery sendAgain(String user) {
        try {
            return send(user, Long.toString(System.nanoTime()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void repeatsTheLoginWhileDiscordIsBroken() throws Exception {
        try (Scene scene = Scene.open()) {
            scene.discord().on("GET /users/@me").fail(1, SandboxFault.status(500));
            try (RunningBot bot = scene.bot().plugins(window).startWithoutWaiting()) {
                assertThat(status().gateway()).isEqualTo(DiscordStatus.Gateway.CONNECTING);
                assertThat(send(scene.bob().id(), "1").outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
                Eventually.isTrue("connected", () -> status().gateway() == DiscordStatus.Gateway.CONNECTED);
                assertThat(bot.wasRefused()).isFalse();
            }
            assertThat(scene.discord().calls(SEND)).isEmpty();
        }
    }

    @Test
    void aRefusedTokenIsTheEnd() throws Exception {
        try (Scene scene = Scene.open()) {
            scene.discord().refuseToken();
            try (RunningBot bot = scene.bot().plugins(window).startWithoutWaiting()) {
                Eventually.isTrue("refused", bot::wasRefused);
            }
        }
    }

    @Test
    void asksForNoIntentsBeyondGuilds() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            int guilds = 1; // roles and channels, which interactions refer to; JDA always asks for it
            assertThat(scene.discord().gateway().intents()).isEqualTo(guilds);
        }
    }

    @Test
    void sendsWhileTheGatewayIsGoneAndComesBackByItself() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.discord().gateway().refuseConnections(true);
            scene.discord().gateway().drop();
            Eventually.isTrue("gone", () -> status().gateway() == DiscordStatus.Gateway.RECONNECTING);
            assertThat(send(scene.bob().id(), "2").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            scene.discord().gateway().refuseConnections(false);
            Eventually.isTrue("back", () -> status().gateway() == DiscordStatus.Gateway.CONNECTED);
        }
    }

    @Test
    void logsInAnewWhenDiscordHasEndedTheSessionForGood() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot()
                        .plugins(window)
                        .replacing(Timings.pauses(Duration.ofMillis(50)))
                        .start()) {
            scene.discord().gateway().close(4004);
            Eventually.isTrue(
                    "a second session", () -> scene.discord().gateway().identifies() == 2);
            Eventually.isTrue("back", () -> status().gateway() == DiscordStatus.Gateway.CONNECTED);
            assertThat(bot.wasRefused()).isFalse();
            assertThat(send(scene.bob().id(), "20").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    @Test
    void aKnownUserCostsOneCallAndAReopenedDmIsFoundAgain() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            SandboxUser bob = scene.bob();
            assertThat(send(bob.id(), "3").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(send(bob.id(), "4").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(scene.discord().calls(OPEN)).hasSize(1);
            assertThat(scene.discord().calls(SEND)).hasSize(2);

            scene.discord().on(SEND).failNext(SandboxFault.error(404, 10003, "Unknown Channel"));
            assertThat(send(bob.id(), "5").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(scene.discord().calls(OPEN)).hasSize(2);
            assertThat(bob.directMessages()).hasSize(3);
        }
    }

    @Test
    void nobodyIsMentionedByDefault() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            send(scene.bob().id(), "6");
            assertThat(scene.discord()
                            .calls(SEND)
                            .get(0)
                            .json()
                            .path("allowed_mentions")
                            .path("parse"))
                    .isEmpty();
        }
    }

    @Test
    void aRefusedConnectionIsNotSentAndMayBeTriedAgain() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(send(scene.bob().id(), "7").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            scene.discord().close();
            // A connection kept alive may break under the first one: that one is uncertain, and rightly so.
            Eventually.isTrue("not now", () -> sendAgain(scene.bob().id()).outcome() == DeliveryOutcome.NOT_NOW);
            assertThat(sendAgain(scene.bob().id()).retryAfter()).isPositive();
        }
    }

    @Test
    void aRateLimitThatDoesNotSayForHowLongIsNotHammered() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot()
                        .plugins(window)
                        .replacing(Timings.sendLimit(Duration.ofMillis(700)))
                        .start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.discord().on(SEND).failAlways(SandboxFault.error(429, 0, "without a Retry-After"));
            assertThat(send(scene.bob().id(), "30").outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
            assertThat(scene.discord().calls(SEND)).hasSize(1);
        }
    }

    @Test
    void restIsIllAfterSeveralFailuresAndWellAfterOneAnswer() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.discord().on(OPEN).failAlways(SandboxFault.status(500));
            send(scene.bob().id(), "10");
            assertThat(status().restWorks()).isTrue();
            Eventually.isTrue("REST is ill", () -> {
                sendAgain(scene.bob().id());
                return !status().restWorks();
            });
            scene.discord().on(OPEN).heal();
            Eventually.isTrue(
                    "one message tries it", () -> sendAgain(scene.bob().id()).outcome() == DeliveryOutcome.DELIVERED);
            assertThat(status().restWorks()).isTrue();
        }
    }

    /** Whoever ends JDA waits for this. */
    @Test
    void theBotEndsInTimeThoughJdaDoesNot() throws Exception {
        Behind behind = new Behind();
        try (Scene scene = Scene.open()) {
            RunningBot bot = scene.bot().plugins(window).replacing(behind).start();
            JDA jda = behind.jda();
            synchronized (jda) {
                CompletableFuture.runAsync(bot::close).get(8, TimeUnit.SECONDS);
            }
            Eventually.isTrue("JDA has ended", () -> jda.getStatus() == JDA.Status.SHUTDOWN);
        }
    }
}
