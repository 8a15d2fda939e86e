package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.Window;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In which language a user is told: their choice, else the backend's wish, else that of their last use, else the default. */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageTest {
    private static final String ENGLISH = "🔄 Subscription Updated";
    private static final String FRENCH = "🔄 Abonnement mis à jour";

    private final Play play = new Play(MovableTime.flowing());
    private final Window window = new Window("window");
    private SandboxChannel fallback;
    private SandboxUser user;

    @BeforeAll
    void start() throws Exception {
        fallback = play.scene().guild().channel("notices");
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window)
                .section("notifications", "{fallback_channel_id: '" + fallback.id() + "'}"));
        play.scene().guild().awaitCommand("notify-test");
        Eventually.isTrue("registered", () -> !play.discord().globalCommands().isEmpty());
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @BeforeEach
    void somebody() {
        user = play.someone();
    }

    private static String wishing(SandboxUser user, String locale) {
        return body(user).replace("\"message\"", "\"locale\":\"" + locale + "\",\"message\"");
    }

    private void chooses(SandboxUser who, DiscordLocale language) throws Exception {
        window.get(UserLanguages.class)
                .choose(Snowflake.parse(who.id()), Optional.of(language))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private void usesTheBotIn(SandboxUser who, String locale) {
        who.locale(locale).in(play.scene().guild()).runs("/inbox").await();
        Eventually.isTrue("kept", () -> known(who).lastUsed().isPresent());
    }

    private UserLanguage known(SandboxUser who) {
        try {
            return window.get(UserLanguages.class)
                    .of(Snowflake.parse(who.id()))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String titleOf(String body) {
        assertThat(play.backend().notify(body)).hasOutcome(200, "delivered");
        return title(user.directMessages().get(0));
    }

    private static String title(SandboxMessage message) {
        return message.embeds().get(0).title();
    }

    @Test
    void ofWhomNothingIsKnownInTheDefaultLanguage() {
        assertThat(titleOf(body(user))).isEqualTo(ENGLISH);
    }

    @Test
    void inTheLanguageInWhichTheyLastUsedTheBot() {
        usesTheBotIn(user, "fr");
        assertThat(titleOf(body(user))).isEqualTo(FRENCH);
    }

    @Test
    void whatTheBackendWishesComesBeforeThat() {
        usesTheBotIn(user, "fr");
        assertThat(titleOf(wishing(user, "en-US"))).isEqualTo(ENGLISH);
    }

    @Test
    void theirChoiceComesBeforeAll() throws Exception {
        usesTheBotIn(user, "en-US");
        chooses(user, DiscordLocale.FRENCH);
        assertThat(titleOf(wishing(user, "en-US"))).isEqualTo(FRENCH);
    }

    @Test
    void whatIsChosenBeforeItIsSentCounts() throws Exception {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String id = expect(play.backend().notify(body(user)), 202, "pending");
        chooses(user, DiscordLocale.FRENCH);
        play.until(id, "delivered");
        assertThat(title(user.directMessages().get(0))).isEqualTo(FRENCH);
    }

    @Test
    void aDryRunSaysWhichItWouldBe() throws Exception {
        chooses(user, DiscordLocale.FRENCH);
        var answer = play.backend().http().post("/internal/notify?dry_run=true", body(user));
        assertThat(answer.json().path("language").asText()).isEqualTo("fr");
        assertThat(answer.json().path("embed").path("title").asText()).isEqualTo(FRENCH);
    }

    @Test
    void theInboxIsInTheirChoiceToo() throws Exception {
        user.closesDms();
        assertThat(play.backend().notify(wishing(user, "en-US"))).hasOutcome(200, "fallback_channel");
        chooses(user, DiscordLocale.FRENCH);
        assertThat(user.in(play.scene().guild())
                        .runs("/inbox")
                        .await()
                        .embeds()
                        .get(0)
                        .title())
                .isEqualTo(FRENCH);
    }

    @Test
    void theMentionIsInTheLanguageOfWhatCouldNotBeSent() throws Exception {
        user.closesDms();
        chooses(user, DiscordLocale.FRENCH);
        assertThat(play.backend().notify(body(user))).hasOutcome(200, "fallback_channel");
        assertThat(play.scene().guild().messages(fallback))
                .extracting(SandboxMessage::content)
                .contains("<@" + user.id()
                        + "> Vous avez un message et vos messages privés sont fermés\u00A0: `/inbox` vous"
                        + " l’affiche, à vous seul.");
    }

    @Test
    void aTestInACertainLanguageStaysInIt() throws Exception {
        SandboxUser ada = play.scene().ada();
        chooses(ada, DiscordLocale.FRENCH);
        ada.in(play.scene().guild())
                .runs("/notify-test", Map.of("action", "subscription_updated", "language", "en-US"))
                .await();
        assertThat(title(ada.awaitDirectMessage())).contains("Subscription Updated");
        ada.in(play.scene().guild())
                .runs("/notify-test", Map.of("action", "subscription_updated"))
                .await();
        assertThat(title(ada.directMessages().get(1))).contains("Abonnement mis à jour");
    }
}
