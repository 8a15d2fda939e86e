package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxReply;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CommandsTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final CompletableFuture<Reply> SLOW = new CompletableFuture<>();

    /** Does what its option says. */
    static final class Puppet implements SlashCommand {
        @Inject
        Puppet() {}

        @Override
        public SlashCommandData data() {
            return Commands.slash("puppet", "Does what it is told")
                    .addOption(OptionType.STRING, "do", "What", true, true)
                    .addOption(OptionType.USER, "user", "To whom");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.staff();
        }

        @Override
        public CompletionStage<List<Choice>> complete(CompletionCall call) {
            if (call.typed().equals("throw")) {
                throw new IllegalStateException("no offers");
            }
            if (call.typed().equals("overflow")) {
                throw new StackOverflowError("no offers");
            }
            return CompletableFuture.completedStage(IntStream.range(0, 40)
                    .mapToObj(i -> new Choice(call.typed() + i, call.typed() + i))
                    .toList());
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return switch (call.text("do").orElseThrow()) {
                case "answer" ->
                    CompletableFuture.completedStage(Reply.text("hello <@" + call.caller() + "> @everyone"));
                case "slow" -> SLOW;
                case "throw" -> throw new IllegalStateException("secret detail");
                case "fail" -> CompletableFuture.failedStage(new IllegalStateException("secret detail"));
                case "confirm" ->
                    CompletableFuture.completedStage(
                            Reply.confirm("Sure?", "Yes", () -> CompletableFuture.completedStage(Reply.text("done"))));
                default -> throw new IllegalArgumentException("unknown");
            };
        }
    }

    /** For everyone. */
    static final class Open implements SlashCommand {
        @Inject
        Open() {}

        @Override
        public SlashCommandData data() {
            return Commands.slash("open", "For everyone");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(
                    Reply.text("welcome " + call.language().getLocale()));
        }
    }

    private static BotPlugin plugin() {
        return new BotPlugin() {
            @Override
            public String name() {
                return "puppets";
            }

            @Override
            protected void configure() {
                command(Puppet.class);
                command(Open.class);
            }
        };
    }

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Scene scene;
    private RunningBot bot;

    @BeforeEach
    void start() throws Exception {
        log.start();
        ((Logger) LoggerFactory.getLogger(CommandDispatcher.class)).addAppender(log);
        scene = Scene.open();
        bot = scene.bot().plugins(plugin()).start();
        awaitRegistered();
    }

    private void awaitRegistered() {
        scene.awaitCommands("puppet", "open", "plugins");
    }

    @AfterEach
    void stop() {
        bot.close();
        scene.close();
        ((Logger) LoggerFactory.getLogger(CommandDispatcher.class)).detachAppender(log);
    }

    private SandboxReply ada(String what) {
        return scene.ada().in(scene.guild()).runs("/puppet", Map.of("do", what));
    }

    @Test
    void aQuickReplyIsOneCallThatOnlyTheCallerSeesAndMentionsNobody() {
        SandboxReply reply = ada("answer").await();
        assertThat(reply.content()).isEqualTo("hello <@" + scene.ada().id() + "> @everyone");
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.wasDeferred()).isFalse();
        Eventually.isTrue("answered", () -> !scene.discord().calls(CALLBACK).isEmpty());
        assertThat(scene.discord().calls(CALLBACK)).hasSize(1);
        assertThat(scene.discord().calls(CALLBACK).get(0).json().at("/data/allowed_mentions/parse"))
                .isEmpty();
    }

    @Test
    void aSlowOneIsAcknowledgedByItselfAndAnsweredLater() {
        SandboxReply reply = ada("slow").awaitAcknowledged();
        assertThat(reply.wasDeferred()).isTrue();
        SLOW.complete(Reply.text("at last"));
        assertThat(reply.await().content()).isEqualTo("at last");
        assertThat(reply.isEphemeral()).isTrue();
    }

    @Test
    void anExceptionGivesAPlainNoticeAndOneLogLineWithTheSameReference() {
        for (String way : List.of("throw", "fail")) {
            log.list.clear();
            String notice = ada(way).await().content();
            assertThat(notice).matches("Something went wrong on our side\\. .*`[0-9a-f]{8}`");
            String reference = notice.replaceAll(".*`([0-9a-f]{8})`", "$1");
            assertThat(log.list)
                    .filteredOn(line -> line.getFormattedMessage().contains(reference))
                    .hasSize(1)
                    .allSatisfy(line ->
                            assertThat(line.getThrowableProxy().getMessage()).isEqualTo("secret detail"));
            assertThat(notice).doesNotContain("secret detail");
        }
    }

    @Test
    void whoIsNotStaffLearnsNothing() {
        String denied = "This command is not for you here.";
        assertThat(scene.bob()
                        .in(scene.guild())
                        .runs("/puppet", Map.of("do", "answer"))
                        .await()
                        .content())
                .isEqualTo(denied);
        assertThat(scene.bob().in(scene.guild()).types("/puppet", Map.of(), "do", "x"))
                .isEmpty();
        scene.bob().joins(scene.guild(), scene.guild().role("Other"));
        assertThat(scene.bob()
                        .in(scene.guild())
                        .runs("/puppet", Map.of("do", "answer"))
                        .await()
                        .content())
                .isEqualTo(denied);
    }

    @Test
    void atMostTwentyFiveChoicesAreOffered() {
        List<SandboxChoice> choices = scene.ada().in(scene.guild()).types("/puppet", Map.of(), "do", "ab");
        assertThat(choices).hasSize(25).first().isEqualTo(new SandboxChoice("ab0", "ab0"));
    }

    @Test
    void aCommandThatFailsToOfferChoicesOffersNone() {
        for (String way : List.of("throw", "overflow")) {
            assertThat(scene.ada().in(scene.guild()).types("/puppet", Map.of(), "do", way))
                    .isEmpty();
        }
    }

    @Test
    void aConfirmationRunsOnceAndForItsCallerOnly() {
        SandboxReply question = ada("confirm").await();
        assertThat(question.content()).isEqualTo("Sure?");
        assertThat(question.press("Yes").await().content()).isEqualTo("done");
        assertThat(question.buttons()).isEmpty();
    }

    @Test
    void whoIsNoLongerStaffCanNoLongerConfirm() {
        SandboxReply question = ada("confirm").await();
        scene.ada().leaves(scene.guild()).joins(scene.guild());
        question.press("Yes");
        Eventually.isTrue(
                "refused",
                () -> scene.discord().calls(CALLBACK).stream()
                        .anyMatch(call -> call.requestBody().contains("This button no longer works")));
        assertThat(question.content()).isEqualTo("Sure?");
    }

    @Test
    void aCommandForEveryoneIsThereInGuildsAndInDirectMessagesWithTheBot() {
        JsonNode open = scene.discord().globalCommands().get(0);
        assertThat(open.path("contexts")).extracting(JsonNode::asInt).containsExactlyInAnyOrder(0, 1);
        assertThat(scene.bob().in(scene.guild()).runs("/open").await().content())
                .startsWith("welcome");
        assertThat(scene.bob().inDm().runs("/open").await().content()).startsWith("welcome");
        assertThat(scene.discord().user("stranger").inDm().runs("/open").await().content())
                .startsWith("welcome");
    }

    @Test
    void aCommandForEveryoneIsAnsweredInDirectMessagesInTheCallersLanguage() {
        assertThat(scene.bob().locale("fr").inDm().runs("/open").await().content())
                .isEqualTo("welcome fr");
    }
}
