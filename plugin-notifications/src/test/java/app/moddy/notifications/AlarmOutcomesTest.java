package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord says of the whole bot holds notifications up, at once, and loses none; each test ends with it over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmOutcomesTest {
    private final Play play = new Play(MovableTime.flowing());

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterAll
    void stop() {
        play.close();
    }

    private void expectHeldUp(String route) {
        SandboxUser first = play.someone();
        String met = expect(play.backend().notify(first), 202, "pending");
        SandboxUser second = play.someone();
        int calls = play.discord().calls(OPEN).size();
        String held = expect(play.backend().notify(second), 202, "pending");
        assertThat(play.discord().calls(OPEN))
                .as("nobody new is written to meanwhile")
                .hasSize(calls);
        assertThat(play.backend().standing(held).path("attempts").asInt()).isZero();
        play.on(route).heal();
        play.until(met, "delivered", Duration.ofMinutes(5));
        play.until(held, "delivered", Duration.ofMinutes(5));
        assertThat(first.directMessages()).hasSize(1);
        assertThat(second.directMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, 40003", "400, 40003", "403, 20026", "401, 0", "401, 40001", "401, 50014", "401, 50027"})
    void anAlarmAtTheMessage(int status, int code) {
        play.on(SEND).failAlways(SandboxFault.error(status, code, "as the test has it"));
        expectHeldUp(SEND);
    }

    @ParameterizedTest
    @CsvSource({"403, 40003", "400, 40003", "403, 20026", "401, 0"})
    void anAlarmAtTheOpening(int status, int code) {
        play.on(OPEN).failAlways(SandboxFault.error(status, code, "as the test has it"));
        expectHeldUp(OPEN);
    }

    @ParameterizedTest
    @CsvSource({"40003", "20026"})
    void whoIsKnownIsServedWhileNobodyNewIs(int code) {
        SandboxUser known = play.someone();
        expect(play.backend().notify(known), 200, "delivered");
        play.on(OPEN).failAlways(SandboxFault.error(403, code, "as the test has it"));
        String id = expect(play.backend().notify(play.someone()), 202, "pending");
        expect(play.backend().notify(known), 200, "delivered");
        assertThat(known.directMessages()).hasSize(2);
        play.on(OPEN).heal();
        play.until(id, "delivered", Duration.ofMinutes(5));
    }

    @Test
    void anAlarmOutlivesARestart() throws Exception {
        play.on(OPEN).failAlways(SandboxFault.error(403, 20026, "as the test has it"));
        String id = expect(play.backend().notify(play.someone()), 202, "pending");
        play.stop();
        play.on(OPEN).heal();
        int calls = play.discord().calls(OPEN).size();
        play.start(bot -> bot);
        expect(play.backend().notify(play.someone()), 202, "pending");
        assertThat(play.discord().calls(OPEN)).hasSize(calls);
        play.until(id, "delivered", Duration.ofMinutes(5));
    }
}
