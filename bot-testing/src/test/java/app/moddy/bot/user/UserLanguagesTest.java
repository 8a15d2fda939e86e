package app.moddy.bot.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.testing.BotData;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.SandboxUser;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bot keeps of its users' languages, through the real JDA and the real store. */
class UserLanguagesTest {
    private final Window window = new Window("window") {
        @Override
        protected void configure() {
            command(Hello.class);
        }
    };
    private final BotData data = BotData.temporary();
    private final Scene scene = Scene.open();
    private final SandboxUser bob = scene.bob();
    private RunningBot bot;

    static final class Hello implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("hello", "Says hello");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("Hello"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        bot = scene.bot().data(data.folder()).plugins(window).start();
        Eventually.isTrue(
                "registered",
                () -> scene.discord().globalCommands().stream()
                        .anyMatch(command -> command.path("name").asText().equals("hello")));
    }

    @AfterEach
    void stop() {
        bot.close();
        scene.close();
        data.close();
    }

    private void restart() throws Exception {
        bot.close();
        start();
    }

    private UserLanguages languages() {
        return window.get(UserLanguages.class);
    }

    private static Snowflake id(SandboxUser user) {
        return Snowflake.parse(user.id());
    }

    private static <T> T soon(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private UserLanguage known() {
        try {
            return soon(languages().of(id(bob)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void awaitLastUsed(DiscordLocale language) {
        Eventually.isTrue("last used in " + language, () -> known().lastUsed().equals(Optional.of(language)));
    }

    @Test
    void ofWhoNeverUsedItNothingIsKnown() {
        assertThat(known()).isEqualTo(UserLanguage.NOT_KNOWN);
    }

    @Test
    void keepsTheLanguageOfTheLastUseAlsoAcrossARestart() throws Exception {
        bob.locale("fr").runs("hello").await();
        awaitLastUsed(DiscordLocale.FRENCH);
        bob.locale("de").runs("hello").await();
        awaitLastUsed(DiscordLocale.GERMAN);
        restart();
        assertThat(known().lastUsed()).contains(DiscordLocale.GERMAN);
    }

    @Test
    void aLanguageThatIsNoneOfDiscordsIsNotKept() {
        bob.locale("fr").runs("hello").await();
        awaitLastUsed(DiscordLocale.FRENCH);
        bob.locale("xx").runs("hello").await();
        assertThat(known().lastUsed()).contains(DiscordLocale.FRENCH);
    }

    @Test
    void keepsWhatWasChosenUntilItIsTakenBack() throws Exception {
        soon(languages().choose(id(bob), Optional.of(DiscordLocale.FRENCH)));
        assertThat(known().chosen()).contains(DiscordLocale.FRENCH);
        bob.locale("de").runs("hello").await();
        awaitLastUsed(DiscordLocale.GERMAN);
        restart();
        assertThat(known().chosen()).contains(DiscordLocale.FRENCH);
        soon(languages().choose(id(bob), Optional.empty()));
        assertThat(known()).isEqualTo(new UserLanguage(Optional.empty(), Optional.of(DiscordLocale.GERMAN)));
    }

    @Test
    void whoIsForgottenIsNotKnown() throws Exception {
        soon(languages().choose(id(bob), Optional.of(DiscordLocale.FRENCH)));
        soon(languages().forget(id(bob)));
        assertThat(known()).isEqualTo(UserLanguage.NOT_KNOWN);
        restart();
        assertThat(known()).isEqualTo(UserLanguage.NOT_KNOWN);
    }

    @Test
    void whatCannotBeReadIsNotKnownAndWhatCannotBeKeptIsSaid() throws Exception {
        UserLanguages broken = new StoredLanguages(new BrokenStore());
        assertThat(soon(broken.of(id(bob)))).isEqualTo(UserLanguage.NOT_KNOWN);
        assertThatThrownBy(() -> soon(broken.choose(id(bob), Optional.of(DiscordLocale.FRENCH))))
                .hasCauseInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> soon(broken.forget(id(bob)))).hasCauseInstanceOf(StoreUnavailableException.class);
    }

    private record BrokenStore() implements Store {
        @Override
        public <T> CompletionStage<T> write(Work<T> work) {
            return CompletableFuture.failedStage(new StoreUnavailableException("broken", null));
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            return CompletableFuture.failedStage(new StoreUnavailableException("broken", null));
        }
    }
}
