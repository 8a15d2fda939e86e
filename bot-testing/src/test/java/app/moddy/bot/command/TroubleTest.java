package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Menu;
import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.store.StoreUncertainException;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.sandbox.SandboxReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.Test;

/** What a caller sees when something is slow or broken. */
class TroubleTest {
    private final CompletableFuture<Reply> slow = new CompletableFuture<>();

    private Served slow() {
        return Served.of(new Told(Commands.slash("slow", "Takes long"), CommandRules.staff(), () -> slow));
    }

    @Test
    void aStoreInTroubleIsSaidPlainlyAndIsNoErrorOfTheCommands() throws Exception {
        Served storing = Served.of(new Told(
                Commands.slash("storing", "Stores"),
                CommandRules.staff(),
                () -> CompletableFuture.supplyAsync(() -> {
                    throw new StoreUnavailableException("the disk is full", null);
                })));
        try (CommandScene scene = CommandScene.of(storing);
                LogLines log = LogLines.of(CommandDispatcher.class)) {
            assertThat(scene.answer(scene.ada(), "/storing"))
                    .isEqualTo("What the bot keeps cannot be read or recorded just now. Please try again in a minute.");
            assertThat(log.containing("/storing"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage()).isEqualTo("/storing: the disk is full"));
            scene.ada().locale("fr");
            assertThat(scene.answer(scene.ada(), "/storing")).contains("Veuillez réessayer");
        }
    }

    @Test
    void whatMayHaveBeenDoneIsNotSaidToHaveFailed() throws Exception {
        Served storing = Served.of(new Told(
                Commands.slash("storing", "Stores"),
                CommandRules.staff(),
                () -> CompletableFuture.failedStage(new StoreUncertainException("lost at the commit", null))));
        try (CommandScene scene = CommandScene.of(storing)) {
            assertThat(scene.answer(scene.ada(), "/storing"))
                    .contains("this may have been done, or not. Please look before you try again.");
            scene.ada().locale("fr");
            assertThat(scene.answer(scene.ada(), "/storing")).contains("peut-être fait, peut-être pas");
        }
    }

    @Test
    void aTokenThatHasExpiredIsLoggedAndTheNextUseWorks() throws Exception {
        try (CommandScene scene = CommandScene.of(slow());
                LogLines log = LogLines.of(InteractionReply.class)) {
            SandboxReply late =
                    scene.ada().in(scene.scene().guild()).runs("/slow").awaitAcknowledged();
            assertThat(late.wasDeferred()).isTrue();
            scene.scene().discord().advance(Duration.ofMinutes(16));
            slow.complete(Reply.text("too late"));
            Eventually.isTrue(
                    "logged",
                    () -> log.containing("Could not edit the reply of interaction " + late.interactionId())
                                    .size()
                            == 1);
            assertThat(scene.answer(scene.ada(), "/slow")).isEqualTo("too late");
        }
    }

    @Test
    void aSlowUserMenuIsAcknowledgedAndAFailingOneSaysSo() throws Exception {
        Served late = Served.of(new Menu(Commands.user("Slow"), CommandRules.staff(), call -> slow));
        Served broken = Served.of(new Menu(Commands.user("Broken"), CommandRules.staff(), call -> {
            throw new IllegalStateException("secret");
        }));
        try (CommandScene scene = CommandScene.of(late, broken)) {
            SandboxReply reply = scene.ada()
                    .in(scene.scene().guild())
                    .opens("Slow", scene.bob())
                    .awaitAcknowledged();
            slow.complete(Reply.text("at last"));
            assertThat(reply.await().content()).isEqualTo("at last");
            assertThat(scene.ada()
                            .in(scene.scene().guild())
                            .opens("Broken", scene.bob())
                            .await()
                            .content())
                    .startsWith("Something went wrong")
                    .doesNotContain("secret");
        }
    }

    private record Offering(CompletionStage<List<Choice>> choices) implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("offer", "Offers").addOption(OptionType.STRING, "option", "One", true, true);
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("ok"));
        }

        @Override
        public CompletionStage<List<Choice>> complete(CompletionCall call) {
            return choices;
        }
    }

    @Test
    void choicesThatTakeTooLongAreNone() throws Exception {
        try (CommandScene scene = CommandScene.of(Served.of(new Offering(new CompletableFuture<>())))) {
            assertThat(scene.ada().in(scene.scene().guild()).types("/offer", Map.of(), "option", "x"))
                    .isEmpty();
        }
    }
}
