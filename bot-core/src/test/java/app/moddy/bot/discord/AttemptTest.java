package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.DiscordCalls.Answer;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private final FakeTraffic traffic = new FakeTraffic();
    private final Errand errand = new Errand(Clock.systemUTC(), Duration.ofMinutes(1), () -> true, traffic, 1);
    private final Attempt attempt =
            new Attempt(WireKey.opening(new Snowflake(100_000_000_000_000_001L)), errand, () -> {});

    @Test
    void whatNeverWentOutMayBeSentAgain() {
        assertThat(attempt.abandon("too slow").verdict().kind()).isEqualTo(Verdict.Kind.NOT_NOW);
    }

    @Test
    void whatIsOnTheWireIsUncertain() {
        assertThat(attempt.goesOut()).isTrue();
        assertThat(attempt.abandon("too slow")).isEqualTo(new Answer(Verdict.of(Verdict.Kind.UNKNOWN), "too slow"));
    }

    @Test
    void oneDoubtfulTryOutweighsARefusedOneAfterIt() {
        attempt.goesOut();
        attempt.broke("SocketTimeoutException");
        attempt.goesOut();
        attempt.answered(Verdict.notNow(Duration.ofSeconds(3)), "HTTP 429");
        assertThat(attempt.abandon("too slow").verdict().kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    }

    @Test
    void aRateLimitTellsWhenToComeBack() {
        attempt.goesOut();
        attempt.answered(Verdict.notNow(Duration.ofSeconds(30)), "HTTP 429");
        assertThat(attempt.abandon("too slow"))
                .isEqualTo(new Answer(Verdict.notNow(Duration.ofSeconds(30)), "HTTP 429"));
    }

    @Test
    void anAnswerWhoseBodyBrokeOffStillSaidThatItIsDelivered() {
        attempt.goesOut();
        attempt.answered(Verdict.of(Verdict.Kind.DONE), "HTTP 200");
        assertThat(attempt.abandon("no connection").verdict().kind()).isEqualTo(Verdict.Kind.DONE);
    }

    @Test
    void nothingGoesOutAfterItWasAbandoned() {
        attempt.abandon("too slow");
        assertThat(attempt.goesOut()).isFalse();
        assertThat(attempt.isOpen()).isFalse();
    }
}
