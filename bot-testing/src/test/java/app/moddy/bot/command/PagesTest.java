package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxButton;
import app.moddy.sandbox.SandboxReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies with more than one page. */
class PagesTest {
    private final AtomicBoolean broken = new AtomicBoolean();
    private CommandScene scene;

    @BeforeEach
    void start() throws Exception {
        scene = CommandScene.of(
                Served.of(new Told(
                        Commands.slash("book", "Has pages"),
                        CommandRules.staff(),
                        () -> CompletableFuture.completedStage(Reply.pages(page(0), this::at)))),
                Served.of(new Told(
                        Commands.slash("leaf", "Has one page"),
                        CommandRules.staff(),
                        () -> CompletableFuture.completedStage(Reply.pages(Page.text("all", false), this::at)))));
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private CompletionStage<Page> at(int index) {
        return broken.get()
                ? CompletableFuture.failedStage(new IllegalStateException("torn"))
                : CompletableFuture.completedStage(page(index));
    }

    /** Three of them. */
    private static Page page(int index) {
        return Page.embed(
                "page " + index,
                new EmbedBuilder().setDescription("of the book").build(),
                index < 2);
    }

    private SandboxReply book() {
        return scene.ada().in(scene.scene().guild()).runs("/book").await();
    }

    private void turn(SandboxReply book, String button, int index) {
        book.press(button);
        Eventually.isTrue("page " + index, () -> book.content().equals("page " + index));
    }

    @Test
    void areTurnedForthAndBackAndTheEndsHaveNoButtonBeyond() {
        SandboxReply book = book();
        assertThat(book.isEphemeral()).isTrue();
        assertThat(book.buttons()).extracting(SandboxButton::disabled).containsExactly(true, false);
        turn(book, "▶", 1);
        assertThat(book.buttons()).extracting(SandboxButton::disabled).containsExactly(false, false);
        turn(book, "▶", 2);
        assertThat(book.buttons()).extracting(SandboxButton::disabled).containsExactly(false, true);
        turn(book, "◀", 1);
        assertThat(book.embeds()).hasSize(1);
    }

    @Test
    void onePageHasNoButtons() {
        SandboxReply leaf = scene.ada().in(scene.scene().guild()).runs("/leaf").await();
        assertThat(leaf.content()).isEqualTo("all");
        assertThat(leaf.buttons()).isEmpty();
    }

    @Test
    void canBeTurnedManyTimesAndPressedInAHurry() {
        SandboxReply book = book();
        String forth = book.buttons().get(1).customId();
        for (int i = 0; i < 30; i++) {
            turn(book, "▶", 1);
            turn(book, "◀", 0);
        }
        assertThat(book.buttons().get(1).customId()).isEqualTo(forth);
        SandboxReply first = book.press(forth);
        SandboxReply second = book.press(book.buttons().get(1).customId());
        first.await();
        second.await();
        turn(book, "◀", book.content().equals("page 2") ? 1 : 0);
    }

    @Test
    void aPageThatFailsSaysSoAndTheOldOneStays() {
        SandboxReply book = book();
        broken.set(true);
        SandboxReply failed = book.press("▶");
        assertThat(failed.awaitFollowUps(1)).singleElement().satisfies(notice -> {
            assertThat(notice.content()).startsWith("Something went wrong on our side.");
            assertThat(notice.isEphemeral()).isTrue();
        });
        assertThat(book.content()).isEqualTo("page 0");
        broken.set(false);
        turn(book, "▶", 1);
    }

    @Test
    void areClosedAQuarterOfAnHourAfterTheLastTurn() {
        SandboxReply book = book();
        scene.clock().advance(Duration.ofMinutes(14));
        turn(book, "▶", 1);
        scene.clock().advance(Duration.ofMinutes(14));
        turn(book, "▶", 2);
        scene.clock().advance(Duration.ofMinutes(15));
        assertThat(book.press("◀").await().content()).startsWith("This button no longer works");
        assertThat(book.content()).isEqualTo("page 2");
    }

    @Test
    void whoIsNoLongerStaffSeesNoMore() {
        SandboxReply book = book();
        scene.ada().leaves(scene.scene().guild()).joins(scene.scene().guild());
        assertThat(book.press("▶").await().content()).startsWith("This button no longer works");
        assertThat(book.content()).isEqualTo("page 0");
    }
}
