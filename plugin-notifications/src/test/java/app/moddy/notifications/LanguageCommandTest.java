package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxPlace;
import app.moddy.sandbox.SandboxUser;
import com.google.inject.AbstractModule;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code /language}: users choose in which language the bot writes to them. */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageCommandTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final String AUTOMATIC =
            "The bot finds your language by itself: the one that a message comes with, else"
                    + " that of your Discord. To choose one, use `/language` with a language.";

    private final Play play = new Play(MovableTime.flowing());
    private SandboxUser user;

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot);
        Eventually.isTrue(
                "registered",
                () -> play.discord().globalCommands().stream()
                        .anyMatch(command -> command.path("name").asText().equals("language")));
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @BeforeEach
    void somebody() {
        user = play.someone();
    }

    @AfterEach
    void heal() {
        play.on(CALLBACK).heal();
    }

    private SandboxPlace guild() {
        return user.in(play.scene().guild());
    }

    private static String choose(SandboxPlace place, String language) {
        return place.runs("/language", Map.of("language", language)).await().content();
    }

    private String now() {
        return guild().runs("/language").await().content();
    }

    private String titleOfTheNext() {
        int before = user.directMessages().size();
        assertThat(play.backend().notify(body(user))).hasOutcome(200, "delivered");
        return user.directMessages().get(before).embeds().get(0).title();
    }

    @Test
    void whatIsChosenHoldsForRepliesAndMessages() {
        assertThat(choose(guild(), "fr")).isEqualTo("Le bot vous écrit désormais en **Français**.");
        assertThat(titleOfTheNext()).isEqualTo("🔄 Abonnement mis à jour");
        assertThat(guild().runs("/inbox").await().content()).isEqualTo("Votre boîte de réception est vide.");
        assertThat(now()).startsWith("Le bot vous écrit en **Français**\u00a0: c’est votre choix.");
    }

    @Test
    void itWorksInDirectMessages() {
        assertThat(choose(user.inDm(), "fr")).isEqualTo("Le bot vous écrit désormais en **Français**.");
    }

    @Test
    void itIsTakenBack() {
        choose(guild(), "fr");
        assertThat(choose(guild(), "automatic")).isEqualTo("From now on the bot finds your language by itself.");
        assertThat(now()).isEqualTo(AUTOMATIC);
        assertThat(titleOfTheNext()).isEqualTo("🔄 Subscription Updated");
    }

    @Test
    void whoTypesANameIsUnderstood() {
        assertThat(choose(guild(), "français")).isEqualTo("Le bot vous écrit désormais en **Français**.");
        assertThat(choose(guild(), "Automatique")).isEqualTo("From now on the bot finds your language by itself.");
    }

    @Test
    void offersTheLanguagesThatThereAre() {
        assertThat(guild().types("/language", Map.of(), "language", ""))
                .extracting(SandboxChoice::name)
                .containsExactly("Automatic", "English, US", "Français");
    }

    @Test
    void aLanguageThatThereIsNotIsRefusedAndNothingChanges() {
        assertThat(choose(guild(), "klingon"))
                .isEqualTo("There is no language `klingon` here. There are: English, US, Français.");
        assertThat(now()).isEqualTo(AUTOMATIC);
    }

    @Test
    void itIsChosenThoughDiscordFailsToTakeTheReply() {
        play.on(CALLBACK).failNext(SandboxFault.error(404, 10062, "Unknown interaction"));
        int before = play.discord().calls(CALLBACK).size();
        guild().runs("/language", Map.of("language", "fr"));
        Eventually.isTrue(
                "Discord has refused it", () -> play.discord().calls(CALLBACK).size() > before);
        Eventually.isTrue("chosen", () -> now().startsWith("Le bot vous écrit en **Français**"));
    }

    @Test
    void whatCannotBeKeptIsSaid() throws Exception {
        try (Play broken = new Play(MovableTime.flowing())) {
            broken.start(bot -> bot.replacing(new NothingIsKept()));
            Eventually.isTrue(
                    "registered", () -> !broken.discord().globalCommands().isEmpty());
            SandboxPlace place = broken.someone().in(broken.scene().guild());
            assertThat(choose(place, "fr")).contains("Please try again in a minute.");
            assertThat(place.runs("/language").await().content()).isEqualTo(AUTOMATIC);
        }
    }

    private static final class NothingIsKept extends AbstractModule implements UserLanguages {
        @Override
        protected void configure() {
            bind(UserLanguages.class).toInstance(this);
        }

        @Override
        public CompletionStage<UserLanguage> of(Snowflake asked) {
            return CompletableFuture.completedStage(UserLanguage.NOT_KNOWN);
        }

        @Override
        public CompletionStage<Void> choose(Snowflake who, Optional<DiscordLocale> language) {
            return CompletableFuture.failedStage(new StoreUnavailableException("the disk is full", null));
        }

        @Override
        public CompletionStage<Void> forget(Snowflake who) {
            return CompletableFuture.failedStage(new StoreUnavailableException("the disk is full", null));
        }
    }
}
