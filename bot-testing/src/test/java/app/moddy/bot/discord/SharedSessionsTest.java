package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedSessionsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Behind behind = new Behind();

    private Duration take() throws Exception {
        return new SharedSessions(behind.store()).take().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void soManyAtOnceAndThenOneEveryTwoMinutesAreFewerThanDiscordAllowsADay() throws Exception {
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot()
                        .plugins(new Window("window"))
                        .replacing(behind)
                        .start()) {
            assertThat(bot.wasRefused()).isFalse();
            for (int i = 0; i < SharedSessions.AT_ONCE; i++) {
                assertThat(take()).isZero();
            }
            for (int i = 0; i < 3; i++) { // who asks again takes nothing
                assertThat(take()).isBetween(Duration.ofSeconds(110), SharedSessions.EVERY);
            }
        }
        assertThat(SharedSessions.AT_ONCE + DAY.dividedBy(SharedSessions.EVERY)).isLessThan(800);
    }
}
