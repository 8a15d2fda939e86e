package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reply is made of, and what happens once Discord has it. */
class ReplyTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final String EDIT = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    private static final MessageEmbed ONE = embed("one", 10);
    private static final MessageEmbed TWO = embed("two", 10);

    private final Scene scene = Scene.open();
    private final CompletableFuture<Reply> slow = new CompletableFuture<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CommandDispatcher dispatcher = SandboxCommands.dispatcher(
            scene,
            told("embeds", CompletableFuture.completedStage(Reply.embeds("", List.of(ONE, TWO)))),
            told("quick", CompletableFuture.completedStage(noted("quick"))),
            told("slow", slow),
            told(
                    "ask",
                    CompletableFuture.completedStage(
                            Reply.confirm("Sure?", "Yes", () -> CompletableFuture.completedStage(noted("pressed")))
                                    .whenTaken(() -> taken.add("asked")))),
            told("faulty", CompletableFuture.completedStage(noted("faulty").whenTaken(() -> {
                throw new IllegalStateException("a fault afterwards");
            }))));
    private JDA jda;

    private static MessageEmbed embed(String title, int length) {
        return new EmbedBuilder()
                .setTitle(title)
                .setDescription("x".repeat(length - title.length()))
                .build();
    }

    private static Told told(String name, CompletionStage<Reply> answer) {
        return new Told(Commands.slash(name, "Answers"), CommandRules.staff(), () -> answer);
    }

    private Reply noted(String text) {
        return Reply.text(text).whenTaken(() -> taken.add(text)).whenTaken(() -> taken.add("then"));
    }

    @BeforeEach
    void start() throws Exception {
        jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue(
                "registered", () -> scene.discord().commands(scene.guild()).size() == 5);
    }

    @AfterEach
    void stop() {
        jda.shutdownNow();
        scene.close();
    }

    private SandboxReply run(String command) {
        return scene.ada().in(scene.guild()).runs(command, Map.of());
    }

    @Test
    void severalEmbedsAreOneMessageAndNeedNoText() {
        SandboxReply reply = run("/embeds").await();
        assertThat(reply.embeds()).extracting(SandboxEmbed::title).containsExactly("one", "two");
        assertThat(reply.content()).isEmpty();
        assertThat(reply.isEphemeral()).isTrue();
    }

    @Test
    void severalEmbedsTakeThePlaceOfAnAcknowledgementToo() {
        SandboxReply reply = run("/slow").awaitAcknowledged();
        slow.complete(Reply.embeds("", List.of(ONE, TWO)));
        assertThat(reply.await().embeds()).extracting(SandboxEmbed::title).containsExactly("one", "two");
    }

    @Test
    void refusesWhatDiscordWouldRefuse() {
        assertThat(Reply.embeds("", List.of(embed("a", 3_000), embed("b", 3_000)))
                        .message()
                        .getEmbeds())
                .hasSize(2);
        assertThatThrownBy(() -> Reply.embeds("", List.of(embed("a", 3_000), embed("b", 3_001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6001");
        assertThatThrownBy(() -> Reply.embeds("", Collections.nCopies(11, ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reply.embeds("", List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsToHappenOnceDiscordHasTheReplyHappensOnceAndInOrder() {
        run("/quick").await();
        Eventually.isTrue("taken", () -> taken.size() == 2);
        SandboxReply edited = run("/slow").awaitAcknowledged();
        assertThat(taken).containsExactly("quick", "then");
        slow.complete(noted("slow"));
        edited.await();
        Eventually.isTrue("taken", () -> taken.size() == 4);
        SandboxReply question = run("/ask").await();
        Eventually.isTrue("asked", () -> taken.size() == 5);
        question.press("Yes").await();
        Eventually.isTrue("pressed", () -> taken.size() == 7);
        assertThat(taken).containsExactly("quick", "then", "slow", "then", "asked", "pressed", "then");
    }

    @Test
    void nothingHappensWhenDiscordRefusesTheReply() {
        scene.discord().on(CALLBACK).failNext(SandboxFault.error(404, 10062, "Unknown interaction"));
        try (LogLines log = LogLines.of(InteractionReply.class)) {
            String id = run("/quick").interactionId();
            Eventually.isTrue(
                    "refused",
                    () -> log.containing("reply to interaction " + id).size() == 1);
        }
        dispatcher.stop(Duration.ofSeconds(20)); // all that happens has happened
        assertThat(taken).isEmpty();
    }

    @Test
    void nothingHappensWhenDiscordRefusesTheEditOfAnAcknowledgedReply() {
        scene.discord().on(EDIT).failNext(SandboxFault.error(404, 10008, "Unknown Message"));
        try (LogLines log = LogLines.of(InteractionReply.class)) {
            String id = run("/slow").awaitAcknowledged().interactionId();
            slow.complete(noted("slow"));
            Eventually.isTrue(
                    "refused",
                    () -> log.containing("edit the reply of interaction " + id).size() == 1);
        }
        dispatcher.stop(Duration.ofSeconds(20));
        assertThat(taken).isEmpty();
    }

    @Test
    void aFaultAfterwardsIsLoggedOnceAndTheReplyStays() {
        try (LogLines log = LogLines.of(Outgoing.class);
                LogLines runner = LogLines.of(CommandRunner.class)) {
            SandboxReply reply = run("/faulty").await();
            Eventually.isTrue(
                    "logged",
                    () -> log.containing("What was to happen after a reply").size() == 1);
            dispatcher.stop(Duration.ofSeconds(20));
            assertThat(reply.content()).isEqualTo("faulty");
            assertThat(runner.containing("/faulty")).isEmpty();
        }
        assertThat(taken).containsExactly("faulty", "then");
    }
}
