package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.time.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestHealthTest {
    private final SettableClock clock = new SettableClock();
    private final RestHealth health = new RestHealth(clock);

    @Test
    void nothingIsSaidToWorkThatNeverHas() {
        assertThat(health.works()).isFalse();
    }

    @Test
    void oneFailureSaysNothing() {
        health.answered(200);
        health.answered(500);
        health.failed();
        assertThat(health.works()).isTrue();
    }

    @Test
    void fiveInARowDo() {
        health.answered(200);
        for (int i = 0; i < 5; i++) {
            health.answered(503);
        }
        assertThat(health.works()).isFalse();
    }

    @Test
    void oneSensibleAnswerMendsIt() {
        for (int i = 0; i < 5; i++) {
            health.failed();
        }
        health.answered(404);
        assertThat(health.works()).isTrue();
    }

    @Test
    void whoRefusesTheTokenAnswers() {
        health.answered(200);
        for (int i = 0; i < 5; i++) {
            health.answered(401);
        }
        assertThat(health.works()).isTrue();
    }

    @Test
    void failuresOfLongAgoAreForgotten() {
        health.answered(200);
        for (int i = 0; i < 5; i++) {
            health.answered(500);
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(health.works()).isTrue();
    }
}
