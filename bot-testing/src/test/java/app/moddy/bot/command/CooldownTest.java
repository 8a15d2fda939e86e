package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.command.SandboxCommands.Below;
import app.moddy.bot.command.SandboxCommands.Parent;
import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

/** How soon a command can be used again. */
class CooldownTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String WAIT = "You can use this again <t:";

    private static Served told(String name, Cooldown... cooldowns) {
        CommandRules rules = CommandRules.everyone();
        for (Cooldown cooldown : cooldowns) {
            rules = rules.cooldown(cooldown);
        }
        return Served.of(new Told(Commands.slash(name, "Answers"), rules, CooldownTest::ok));
    }

    private static CompletionStage<Reply> ok() {
        return CompletableFuture.completedStage(Reply.text("ok"));
    }

    @Test
    void holdsForItsUserAndSaysUntilWhen() throws Exception {
        try (CommandScene scene = CommandScene.of(told("own", Cooldown.perUser(MINUTE)))) {
            assertThat(scene.answer(scene.ada(), "/own")).isEqualTo("ok");
            Instant end = scene.clock().instant().plus(MINUTE);
            scene.clock().advance(Duration.ofSeconds(30));
            assertThat(scene.answer(scene.ada(), "/own"))
                    .isEqualTo("You can use this again <t:" + end.getEpochSecond() + ":R>.");
            assertThat(scene.ada().inDm().runs("/own").await().content()).startsWith(WAIT);
            assertThat(scene.answer(scene.bob(), "/own")).isEqualTo("ok");
            scene.clock().advance(Duration.ofSeconds(30));
            assertThat(scene.answer(scene.ada(), "/own")).isEqualTo("ok");
        }
    }

    @Test
    void holdsForItsChannelItsGuildOrEverybody() throws Exception {
        try (CommandScene scene = CommandScene.of(
                told("channel", Cooldown.perChannel(MINUTE)),
                told("guild", Cooldown.perGuild(MINUTE)),
                told("global", Cooldown.global(MINUTE)))) {
            SandboxGuild guild = scene.scene().guild();
            for (String command : List.of("/channel", "/guild", "/global")) {
                assertThat(scene.answer(scene.ada(), command)).isEqualTo("ok");
                assertThat(scene.answer(scene.bob(), command)).startsWith(WAIT);
            }
            assertThat(scene.bob()
                            .in(guild, guild.channel("other"))
                            .runs("/channel")
                            .await()
                            .content())
                    .isEqualTo("ok");
            assertThat(scene.bob()
                            .in(guild, guild.channel("other"))
                            .runs("/guild")
                            .await()
                            .content())
                    .startsWith(WAIT);
            assertThat(scene.ada().inDm().runs("/guild").await().content()).isEqualTo("ok");
            assertThat(scene.ada().inDm().runs("/guild").await().content()).startsWith(WAIT);
            assertThat(scene.bob().inDm().runs("/guild").await().content()).isEqualTo("ok");
            assertThat(scene.bob().inDm().runs("/global").await().content()).startsWith(WAIT);
        }
    }

    @Test
    void ofSeveralEachHoldsAndTheLastIsTold() throws Exception {
        try (CommandScene scene =
                CommandScene.of(told("both", Cooldown.perUser(MINUTE.multipliedBy(2)), Cooldown.global(MINUTE)))) {
            assertThat(scene.answer(scene.ada(), "/both")).isEqualTo("ok");
            long end = scene.clock().instant().plusSeconds(120).getEpochSecond();
            assertThat(scene.answer(scene.ada(), "/both")).contains("<t:" + end + ":R>");
            assertThat(scene.answer(scene.bob(), "/both")).startsWith(WAIT);
            scene.clock().advance(MINUTE);
            assertThat(scene.answer(scene.bob(), "/both")).isEqualTo("ok");
            assertThat(scene.answer(scene.ada(), "/both")).contains("<t:" + end + ":R>");
        }
    }

    @Test
    void isNotChargedForARefusalOrAFailureAlsoBehindAConfirmation() throws Exception {
        Queue<Reply> replies = new ArrayDeque<>(List.of(
                Reply.refusal("no such thing"),
                Reply.confirm("Sure?", "Yes", () -> CompletableFuture.failedStage(new IllegalStateException("no"))),
                Reply.text("ok")));
        CommandRules rules = CommandRules.staff().cooldown(Cooldown.global(MINUTE));
        Served picky = Served.of(new Told(Commands.slash("picky", "Refuses"), rules, () -> {
            Reply reply = replies.poll();
            return reply == null
                    ? CompletableFuture.failedStage(new IllegalStateException("failed"))
                    : CompletableFuture.completedStage(reply);
        }));
        try (CommandScene scene = CommandScene.of(picky)) {
            assertThat(scene.answer(scene.bob(), "/picky")).startsWith("This command is not for you");
            assertThat(scene.answer(scene.ada(), "/picky")).isEqualTo("no such thing");
            SandboxReply question =
                    scene.ada().in(scene.scene().guild()).runs("/picky").await();
            assertThat(scene.answer(scene.ada(), "/picky")).startsWith(WAIT);
            question.press("Yes");
            Eventually.isTrue("failed", () -> question.content().startsWith("Something went wrong"));
            assertThat(scene.answer(scene.ada(), "/picky")).isEqualTo("ok");
            scene.clock().advance(MINUTE);
            assertThat(scene.answer(scene.ada(), "/picky")).startsWith("Something went wrong");
            assertThat(scene.answer(scene.ada(), "/picky")).startsWith("Something went wrong");
        }
    }

    @Test
    void isKeptWhenALaterPageFails() throws Exception {
        CommandRules rules = CommandRules.staff().cooldown(Cooldown.global(MINUTE));
        Served book = Served.of(new Told(
                Commands.slash("book", "Has pages"),
                rules,
                () -> CompletableFuture.completedStage(Reply.pages(
                        Page.text("first", true),
                        index -> CompletableFuture.failedStage(new IllegalStateException("torn"))))));
        try (CommandScene scene = CommandScene.of(book)) {
            SandboxReply first =
                    scene.ada().in(scene.scene().guild()).runs("/book").await();
            first.press("▶").awaitFollowUps(1);
            assertThat(scene.answer(scene.ada(), "/book")).startsWith(WAIT);
        }
    }

    @Test
    void ofACommandIsSharedByItsSubcommands() throws Exception {
        Parent parent = new Parent(
                Commands.slash("dice", "Dice"),
                CommandRules.everyone().cooldown(Cooldown.perUser(MINUTE)),
                List.of(
                        below("roll", Cooldown.global(MINUTE.multipliedBy(2))),
                        below("throw", Cooldown.global(MINUTE))));
        try (CommandScene scene = CommandScene.of(Served.of(parent))) {
            assertThat(scene.answer(scene.ada(), "/dice roll")).isEqualTo("ok");
            assertThat(scene.answer(scene.ada(), "/dice throw")).startsWith(WAIT);
            assertThat(scene.answer(scene.bob(), "/dice throw")).isEqualTo("ok");
            scene.clock().advance(MINUTE);
            assertThat(scene.answer(scene.ada(), "/dice roll")).startsWith(WAIT);
            assertThat(scene.answer(scene.ada(), "/dice throw")).isEqualTo("ok");
        }
    }

    private static Below below(String name, Cooldown cooldown) {
        return new Below(
                new SubcommandData(name, "Does it"),
                Optional.empty(),
                CommandRules.everyone().cooldown(cooldown),
                call -> ok());
    }

    @Test
    void isLongerThanNothing() {
        assertThatThrownBy(() -> Cooldown.perUser(Duration.ZERO)).hasMessageContaining("PT0S");
    }
}
