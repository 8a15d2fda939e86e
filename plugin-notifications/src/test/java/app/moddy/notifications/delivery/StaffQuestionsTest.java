package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.time.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StaffQuestionsTest {
    private static final Snowflake USER = new Snowflake(100_000_000_000_000_001L);

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Timer timer = new Timer() {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            later.add(task);
        }
    };

    @Test
    void theFirstIsAskedAtOnceAndTheOthersTogetherAMinuteLater() {
        StaffQuestions questions = new StaffQuestions(asked::add, timer);
        for (int ref = 1; ref <= 12; ref++) {
            questions.ask(Integer.toString(ref), USER, "renewal");
        }
        assertThat(asked).singleElement().asString().contains("`1` (`renewal`)");
        later.remove().run();
        assertThat(asked)
                .hasSize(2)
                .last()
                .asString()
                .contains("`2` ", "`11` ", " and 1 more")
                .doesNotContain("`1` ");
        later.remove().run();
        assertThat(later).isEmpty();
        questions.ask("13", USER, "renewal");
        assertThat(asked).hasSize(3).last().asString().contains("`13` ");
    }

    /** The channel has locks of its own: whoever holds them may be about to ask. */
    @Test
    void theChannelIsCalledWithNoLockHeld() {
        CompletableFuture<StaffQuestions> questions = new CompletableFuture<>();
        questions.complete(new StaffQuestions(
                text -> {
                    asked.add(text);
                    if (asked.size() <= 2) {
                        awaitAnother(() -> questions.join().ask("during-" + asked.size(), USER, "renewal"));
                    }
                },
                timer));
        questions.join().ask("first", USER, "renewal");
        later.remove().run();
        later.remove().run();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0)).contains("first");
        assertThat(asked.get(1)).contains("during-1");
        assertThat(asked.get(2)).contains("during-2");
    }

    private static void awaitAnother(Runnable task) {
        CompletableFuture.runAsync(task, thread -> new Thread(thread, "another").start())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void whatTheChannelThrowsDoesNotEndTheQuestions() {
        StaffQuestions questions = new StaffQuestions(
                text -> {
                    asked.add(text);
                    throw new IllegalStateException("no channel");
                },
                timer);
        assertThatThrownBy(() -> questions.ask("1", USER, "renewal")).hasMessage("no channel");
        assertThat(later).hasSize(1);
    }
}
