package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What plugins have to tell whoever uses a command, below the reply. */
class CallerNotesTest {
    private static final String NOTE = "You have 2 notices: /inbox";

    private final Scene scene = Scene.open();
    private final CompletableFuture<Reply> slow = new CompletableFuture<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CommandDispatcher dispatcher = SandboxCommands.dispatcher(scene);
    private @Nullable JDA jda;

    @AfterEach
    void stop() {
        if (jda != null) {
            jda.shutdownNow();
        }
        scene.close();
    }

    private static CallerNote saying(String line) {
        return (caller, language) -> CompletableFuture.completedStage(Optional.of(line));
    }

    private CallerNote remembering() {
        return (caller, language) -> {
            asked.add(caller + " " + language.getLocale());
            return CompletableFuture.completedStage(Optional.of(NOTE));
        };
    }

    private static Told told(String name, CommandRules rules, Supplier<CompletionStage<Reply>> answer) {
        return new Told(Commands.slash(name, "Answers"), rules, answer);
    }

    private static Told staff(String name, Reply reply) {
        return told(name, CommandRules.staff(), () -> CompletableFuture.completedStage(reply));
    }

    private void start(List<CallerNote> notes, Told... commands) throws Exception {
        dispatcher.serve(SandboxCommands.served(commands), notes);
        jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue(
                "registered",
                () -> scene.discord().commands(scene.guild()).size()
                                + scene.discord().globalCommands().size()
                        == commands.length);
    }

    private SandboxReply ada(String command) {
        return scene.ada().in(scene.guild()).runs(command);
    }

    @Test
    void standBelowTheReplyOfAnyCommandForItsCallerAndLanguage() throws Exception {
        start(
                List.of(remembering()),
                staff("staffs", Reply.text("hello")),
                told("open", CommandRules.everyone(), () -> CompletableFuture.completedStage(Reply.text("welcome"))));
        assertThat(ada("/staffs").await().content()).isEqualTo("hello\n\n" + NOTE);
        scene.bob().locale("fr");
        assertThat(scene.bob().in(scene.guild()).runs("/open").await().content())
                .isEqualTo("welcome\n\n" + NOTE);
        assertThat(scene.bob().inDm().runs("/open").await().content()).isEqualTo("welcome\n\n" + NOTE);
        String bob = new Snowflake(scene.bob().idAsLong()) + " fr";
        assertThat(asked).containsExactly(new Snowflake(scene.ada().idAsLong()) + " en-US", bob, bob);
    }

    @Test
    void standInTheirOrderAboveTheEmbedsOfAReplyWithoutText() throws Exception {
        Reply embed = Reply.embed("", new EmbedBuilder().setTitle("title").build());
        start(List.of(saying("one"), none(), saying("two <@1> @everyone")), staff("embed", embed));
        SandboxReply reply = ada("/embed").await();
        assertThat(reply.content()).isEqualTo("one\n\ntwo <@1> @everyone");
        assertThat(reply.embeds()).hasSize(1);
        assertThat(reply.raw().path("mentions")).isEmpty();
        assertThat(reply.raw().path("mention_everyone").asBoolean()).isFalse();
    }

    private static CallerNote none() {
        return (caller, language) -> CompletableFuture.completedStage(Optional.empty());
    }

    @Test
    void areAMessageOfTheirOwnThatOnlyTheCallerSeesWhereTheReplyHasNoRoom() throws Exception {
        int room = 2_000 - "\n\n".length() - NOTE.length();
        start(
                List.of(saying(NOTE)),
                staff("fits", Reply.text("x".repeat(room))),
                staff("full", Reply.text("x".repeat(room + 1))));
        assertThat(ada("/fits").await().content()).hasSize(2_000).endsWith("x\n\n" + NOTE);
        SandboxReply full = ada("/full").await();
        assertThat(full.content()).hasSize(room + 1).endsWith("x");
        SandboxMessage below = full.awaitFollowUps(1).get(0);
        assertThat(below.content()).isEqualTo(NOTE);
        assertThat(below.isEphemeral()).isTrue();
    }

    @Test
    void comeWithAReplyThatWasAcknowledgedFirst() throws Exception {
        start(List.of(saying(NOTE)), told("slow", CommandRules.staff(), () -> slow));
        SandboxReply reply = ada("/slow").awaitAcknowledged();
        slow.complete(Reply.text("x".repeat(1_999)));
        assertThat(reply.await().content()).hasSize(1_999);
        assertThat(reply.awaitFollowUps(1)).extracting(SandboxMessage::content).containsExactly(NOTE);
    }

    @Test
    void comeWithTheQuestionAndAgainWithItsAnswer() throws Exception {
        start(
                List.of(saying(NOTE)),
                staff(
                        "ask",
                        Reply.confirm(
                                "Sure?",
                                "Yes",
                                () -> CompletableFuture.completedStage(Reply.text("y".repeat(1_990))))));
        SandboxReply question = ada("/ask").await();
        assertThat(question.content()).isEqualTo("Sure?\n\n" + NOTE);
        assertThat(question.buttons()).hasSize(1);
        SandboxReply answer = question.press("Yes").await();
        assertThat(question.content()).isEqualTo("y".repeat(1_990));
        SandboxMessage below = answer.awaitFollowUps(1).get(0);
        assertThat(below.content()).isEqualTo(NOTE);
        assertThat(below.isEphemeral()).isTrue();
    }

    @Test
    void thatAreLateOrBlockAreLeftOutAndTheReplyIsThereInTime() throws Exception {
        CompletableFuture<Optional<String>> never = new CompletableFuture<>();
        CompletableFuture<Void> blocked = new CompletableFuture<>();
        CallerNote blocking = (caller, language) -> {
            blocked.join();
            return never;
        };
        start(List.of((caller, language) -> never, blocking, saying(NOTE)), staff("hello", Reply.text("hello")));
        try (LogLines log = LogLines.of(CallerNotes.class)) {
            long begin = System.nanoTime();
            SandboxReply reply = ada("/hello").await();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_100));
            assertThat(reply.content()).isEqualTo("hello\n\n" + NOTE);
            assertThat(reply.wasDeferred()).isFalse();
            assertThat(log.containing("is left out of a reply")).hasSize(2);
        } finally {
            blocked.complete(null);
        }
    }

    @Test
    void thatFailAreLoggedOnceAndLeftOut() throws Exception {
        List<CallerNote> faulty = List.of(
                (caller, language) -> {
                    throw new IllegalStateException("a fault");
                },
                (caller, language) -> {
                    throw new StackOverflowError("a fault");
                },
                (caller, language) -> CompletableFuture.failedStage(new IllegalStateException("a fault")),
                new Faulty(null),
                new Faulty(CompletableFuture.completedStage(null)),
                saying(" "),
                saying("x".repeat(301)),
                saying(NOTE));
        start(faulty, staff("hello", Reply.text("hello")));
        try (LogLines log = LogLines.of(CallerNotes.class)) {
            assertThat(ada("/hello").await().content()).isEqualTo("hello\n\n" + NOTE);
            assertThat(log.containing("is left out of a reply")).hasSize(7);
        }
    }

    private record Faulty(@Nullable CompletionStage<Optional<String>> stage) implements CallerNote {
        @Override
        @SuppressWarnings("NullAway") // what a plugin without our checks may do
        public CompletionStage<Optional<String>> noteFor(Snowflake caller, DiscordLocale language) {
            return stage;
        }
    }

    @Test
    void areNotAskedForRefusalsFailuresAndRepliesWithoutThem() throws Exception {
        start(
                List.of(remembering()),
                staff("hello", Reply.text("hello")),
                staff("alone", Reply.text("alone").withoutNotes()),
                told(
                        "failing",
                        CommandRules.staff(),
                        () -> CompletableFuture.failedStage(new IllegalStateException("no"))),
                staff("ask", Reply.confirm("Sure?", "Yes", () -> slow).withoutNotes()));
        assertThat(scene.bob().in(scene.guild()).runs("/hello").await().content())
                .isEqualTo("This command is not for you here.");
        assertThat(ada("/alone").await().content()).isEqualTo("alone");
        assertThat(ada("/failing").await().content())
                .startsWith("Something went wrong")
                .doesNotContain(NOTE);
        SandboxReply question = ada("/ask").await();
        assertThat(question.content()).isEqualTo("Sure?");
        scene.ada().leaves(scene.guild()).joins(scene.guild(), scene.guild().role("Other"));
        assertThat(question.press("Yes").await().content()).startsWith("This button no longer works");
        dispatcher.refuse();
        SandboxUser carol = scene.discord().user("carol").joins(scene.guild(), scene.staff());
        assertThat(carol.in(scene.guild()).runs("/hello").await().content()).startsWith("The bot is restarting");
        assertThat(asked).isEmpty();
    }
}
