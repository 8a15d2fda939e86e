package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.config.Secret;
import app.moddy.bot.http.BearerAuth.Verdict;
import app.moddy.bot.testing.LogLines;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Guessing is slow, and seen; a right secret notices nothing of it. */
class WrongSecretTest {
    @Test
    void answersAWrongSecretLateAndARightOneMeanwhile() throws Exception {
        Limits limits = TestLimits.with().wrongSecret(Duration.ofMillis(1500)).make();
        try (TestServer server = TestServer.start(limits, TestRoute.hello())) {
            long start = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> wrong = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                wrong.add(server.sendAsync(wrong(server)));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(server.get("/internal/hello").statusCode()).isEqualTo(200);
            }
            assertThat(wrong).noneMatch(CompletableFuture::isDone);
            for (CompletableFuture<HttpResponse<String>> answer : wrong) {
                assertThat(answer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(403);
            }
            // all of them side by side, each held back by a timer and not by a thread
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(4));
        }
    }

    @Test
    void warnsAtEachPowerOfTenWithTheAddressAndWithoutTheSecret() {
        BearerAuth auth = new BearerAuth(List.of(Secret.of(TestServer.SECRET)));
        try (LogLines log = LogLines.of(BearerAuth.class)) {
            for (int i = 0; i < 120; i++) {
                assertThat(auth.check(List.of("Bearer guess-" + i), "192.0.2.77"))
                        .isEqualTo(Verdict.WRONG);
            }
            assertThat(log.containing("192.0.2.77"))
                    .extracting(line -> line.getFormattedMessage())
                    .containsExactly(
                            "Wrong internal API secret from 192.0.2.77 (1 wrong so far)",
                            "Wrong internal API secret from 192.0.2.77 (10 wrong so far)",
                            "Wrong internal API secret from 192.0.2.77 (100 wrong so far)");
        }
    }

    @Test
    void aRightSecretIsNeverRefusedAfterManyWrongOnes() {
        BearerAuth auth = new BearerAuth(List.of(Secret.of(TestServer.SECRET), Secret.of(TestServer.SECOND_SECRET)));
        for (int i = 0; i < 2000; i++) {
            assertThat(auth.check(List.of("Bearer wrong"), "192.0.2.78")).isEqualTo(Verdict.WRONG);
        }
        assertThat(auth.check(List.of("Bearer " + TestServer.SECRET), "192.0.2.78"))
                .isEqualTo(Verdict.RIGHT);
    }

    private static HttpRequest.Builder wrong(TestServer server) {
        return server.requestWithoutToken("/internal/hello").header("Authorization", "Bearer wrong-but-long-enough");
    }
}
