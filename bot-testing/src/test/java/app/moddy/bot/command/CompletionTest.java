package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.testing.LogLines;
import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.Test;

/** What somebody sees who types, and what the log says, when there is nothing to offer. */
class CompletionTest {
    private record Offering(Supplier<CompletionStage<List<Choice>>> choices) implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("count", "Counts").addOption(OptionType.INTEGER, "amount", "How many", false, true);
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<List<Choice>> complete(CompletionCall call) {
            return choices.get();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("ok"));
        }
    }

    private static void offersNothing(CommandScene scene) {
        assertThat(scene.ada().in(scene.scene().guild()).types("/count", Map.of(), "amount", "1"))
                .isEmpty();
    }

    @Test
    void aChoiceOfAnotherTypeThanTheOptionsIsLoggedAndNoneIsOffered() throws Exception {
        Offering wrong = new Offering(() -> CompletableFuture.completedStage(List.of(new Choice("one", "one"))));
        try (CommandScene scene = CommandScene.of(Served.of(wrong));
                LogLines log = LogLines.of(Completion.class)) {
            offersNothing(scene);
            assertThat(log.containing("/count failed to offer choices")).hasSize(1);
        }
    }

    @Test
    void aStoreThatIsDownIsNoErrorAtEachLetter() throws Exception {
        Offering without =
                new Offering(() -> CompletableFuture.failedStage(new StoreUnavailableException("planted", null)));
        try (CommandScene scene = CommandScene.of(Served.of(without));
                LogLines log = LogLines.of(Completion.class)) {
            offersNothing(scene);
            assertThat(log.containing("/count offers no choices"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getLevel()).isEqualTo(Level.WARN);
                        assertThat(line.getThrowableProxy()).isNull();
                    });
        }
    }
}
