package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendAttemptTest {
    private final SendAttempt attempt = new SendAttempt();

    @Test
    void whatNeverWentOutMayBeSentAgain() {
        assertThat(attempt.abandon("too slow").outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
    }

    @Test
    void whatIsOnTheWireIsUncertain() {
        assertThat(attempt.goesOut()).isTrue();
        assertThat(attempt.abandon("too slow")).isEqualTo(Delivery.of(DeliveryOutcome.UNCERTAIN, "too slow"));
    }

    @Test
    void oneDoubtfulTryOutweighsARefusedOneAfterIt() {
        attempt.goesOut();
        attempt.broke("SocketTimeoutException");
        attempt.goesOut();
        attempt.answered(Verdict.notNow(Duration.ofSeconds(3)), "HTTP 429");
        assertThat(attempt.abandon("too slow").outcome()).isEqualTo(DeliveryOutcome.UNCERTAIN);
    }

    @Test
    void aRateLimitTellsWhenToComeBack() {
        attempt.goesOut();
        attempt.answered(Verdict.notNow(Duration.ofSeconds(30)), "HTTP 429");
        assertThat(attempt.abandon("too slow")).isEqualTo(Delivery.notNow("HTTP 429", Duration.ofSeconds(30)));
    }

    @Test
    void anAnswerWhoseBodyBrokeOffStillSaidThatItIsDelivered() {
        attempt.goesOut();
        attempt.answered(Verdict.of(Verdict.Kind.DELIVERED), "HTTP 200");
        assertThat(attempt.abandon("no connection").outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
    }

    @Test
    void nothingGoesOutAfterItWasAbandoned() {
        attempt.abandon("too slow");
        assertThat(attempt.goesOut()).isFalse();
        assertThat(attempt.isOpen()).isFalse();
    }
}
