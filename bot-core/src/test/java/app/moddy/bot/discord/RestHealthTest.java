package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.time.SettableClock;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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
    void anOutageIsToldOnceAndSoIsItsEnd() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(RestHealth.class);
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        lines.start();
        health.answered(200);
        for (int i = 0; i < 5; i++) {
            health.failed();
        }
        clock.advance(Duration.ofSeconds(61));
        for (int i = 0; i < 5; i++) {
            health.failed();
        }
        health.answered(200);
        health.answered(200);
        log.detachAppender(lines);
        log.setLevel(null);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Discord's REST API does not answer; what is accepted is kept, and sent once it does",
                        "Discord's REST API answers again");
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
