package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.time.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What plugins say of how they are. */
class HealthDetailTest {
    private final Scene scene = Scene.open();

    @AfterEach
    void close() {
        scene.close();
    }

    /** A detail that the test says all of. */
    abstract static class Told implements HealthDetail {
        @Override
        public String name() {
            return "told";
        }
    }

    static final class Good extends Told {
        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of("since", Instant.EPOCH));
        }
    }

    static final class Throwing extends Told {
        @Override
        public CompletionStage<Map<String, Object>> detail() {
            throw new IllegalStateException("planted");
        }
    }

    static final class Never extends Told {
        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return new CompletableFuture<>();
        }
    }

    /** Holds its thread until the test lets go. */
    static final class Blocking extends Told {
        private static final CountDownLatch LET_GO = new CountDownLatch(1);
        private static final AtomicInteger ASKED = new AtomicInteger();

        @Override
        public CompletionStage<Map<String, Object>> detail() {
            ASKED.incrementAndGet();
            try {
                LET_GO.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CompletableFuture.completedStage(Map.of());
        }
    }

    static final class Odd extends Told {
        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of("odd", List.of(1)));
        }
    }

    static final class Misnamed extends Told {
        @Override
        public String name() {
            return "Not so";
        }

        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of());
        }
    }

    static final class Speechless extends Told {
        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of("count", 1L));
        }

        @Override
        public String inWords(Map<String, Object> values, DiscordLocale language) {
            throw new IllegalStateException("planted");
        }
    }

    static final class Wordless extends Told {
        static final CountDownLatch WORDS = new CountDownLatch(1);

        @Override
        public CompletionStage<Map<String, Object>> detail() {
            return CompletableFuture.completedStage(Map.of("count", 1L));
        }

        @Override
        public String inWords(Map<String, Object> values, DiscordLocale language) {
            try {
                WORDS.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "words";
        }
    }

    private static Window with(String name, Class<? extends HealthDetail> detail) {
        return new Window(name) {
            @Override
            protected void configure() {
                health(detail);
            }
        };
    }

    private static List<PluginDetail> details(Window window) throws Exception {
        return window.get(Plugins.class).details().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatOneSaysIsShownUnderItsPlugin() throws Exception {
        Window window = with("good", Good.class);
        try (RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(details(window)).singleElement().satisfies(detail -> {
                assertThat(detail.plugin()).isEqualTo("good");
                assertThat(detail.name()).isEqualTo("told");
                assertThat(detail.values()).isEqualTo(Map.of("since", Instant.EPOCH));
                assertThat(detail.inWords(DiscordLocale.FRENCH)
                                .toCompletableFuture()
                                .join())
                        .isEqualTo("since: <t:0:R>");
            });
        }
    }

    @Test
    void whoFailsOrIsLateIsShownAsFailingAndLoggedOnce() throws Exception {
        Window good = with("good", Good.class);
        try (LogLines log = LogLines.of(HealthDetails.class);
                RunningBot bot = scene.bot()
                        .plugins(with("bad", Throwing.class), good, with("never", Never.class), with("odd", Odd.class))
                        .start()) {
            assertThat(bot.wasRefused()).isFalse();
            List<PluginDetail> details = details(good);
            assertThat(details)
                    .extracting(detail -> detail.plugin() + ": " + detail.fault())
                    .containsExactly(
                            "bad: it fails; the log says why",
                            "good: ",
                            "never: no answer within a second",
                            "odd: it fails; the log says why");
            assertThat(details.get(0)
                            .inWords(DiscordLocale.ENGLISH_US)
                            .toCompletableFuture()
                            .join())
                    .isEqualTo("told: it fails; the log says why");
            details(good);
            assertThat(log.containing("of plugin bad")).hasSize(1);
            assertThat(log.containing("of plugin never")).hasSize(1);
        }
    }

    @Test
    void whoBlocksIsAskedOnceAndStopsNothingElse() throws Exception {
        Window good = with("good", Good.class);
        try (RunningBot bot =
                scene.bot().plugins(with("blocking", Blocking.class), good).start()) {
            assertThat(bot.wasRefused()).isFalse();
            for (int i = 0; i < 4; i++) {
                assertThat(details(good))
                        .extracting(PluginDetail::fault)
                        .containsExactly("no answer within a second", "");
            }
            assertThat(Blocking.ASKED).hasValue(1);
            CompletableFuture<Void> work = new CompletableFuture<>();
            good.get(Timer.class).execute(() -> work.complete(null));
            assertThat(work).succeedsWithin(Duration.ofSeconds(10));
            Blocking.LET_GO.countDown();
            Eventually.isTrue("answers", () -> {
                try {
                    return details(good).get(0).fault().isEmpty();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void whoHasNoWordsHidesNobody() throws Exception {
        Window window = with("speechless", Speechless.class);
        try (RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(details(window)
                            .get(0)
                            .inWords(DiscordLocale.FRENCH)
                            .toCompletableFuture()
                            .join())
                    .isEqualTo("told: it fails; the log says why");
        }
    }

    @Test
    void whoDoesNotComeToWordsHoldsUpNobody() throws Exception {
        Window window = with("wordless", Wordless.class);
        try (RunningBot bot = scene.bot().plugins(window).start()) {
            assertThat(bot.wasRefused()).isFalse();
            PluginDetail detail = details(window).get(0);
            long begin = System.nanoTime();
            assertThat(detail.inWords(DiscordLocale.FRENCH).toCompletableFuture())
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo("told: no answer within a second");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
            Wordless.WORDS.countDown();
        }
    }

    @Test
    void aPluginWithAnImpossibleNameForOneDoesNotRun() throws Exception {
        Window good = with("good", Good.class);
        try (RunningBot bot =
                scene.bot().plugins(good, with("misnamed", Misnamed.class)).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(good.get(Plugins.class).all().get(1).reason())
                    .isEqualTo("brings the health detail 'Not so': its name must be a-z, 0-9 and _, beginning with a"
                            + " letter");
        }
    }
}
