package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error code of Discord's that settles a notification, and what the backend is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesTest {
    private Play play;

    @BeforeAll
    void start() throws Exception {
        play = Play.started();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(OPEN).heal();
        play.on(SEND).heal();
    }

    private Answer notify(SandboxUser user) {
        return play.backend().notify(user);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10013, 404, user_not_found",
        "400, 50033, 404, user_not_found",
        "403, 50278, 404, user_not_found",
        "403, 50007, 200, dm_closed",
        "400, 50007, 200, dm_closed",
        "404, 10008, 200, delivered",
        "404, 10004, 500, refused",
        "404, 10007, 500, refused",
        "404, 10011, 500, refused",
        "404, 10015, 500, refused",
        "404, 10062, 500, refused",
        "404, 10063, 500, refused",
        "403, 20001, 500, refused",
        "400, 20009, 500, refused",
        "400, 30005, 500, refused",
        "400, 30007, 500, refused",
        "400, 30034, 500, refused",
        "400, 30046, 500, refused",
        "403, 40002, 500, refused",
        "413, 40005, 500, refused",
        "400, 40060, 500, refused",
        "400, 40094, 500, refused",
        "403, 40333, 500, refused",
        "403, 50001, 500, refused",
        "400, 50003, 500, refused",
        "403, 50005, 500, refused",
        "400, 50006, 500, refused",
        "400, 50008, 500, refused",
        "403, 50009, 500, refused",
        "403, 50013, 500, refused",
        "400, 50024, 500, refused",
        "400, 50028, 500, refused",
        "400, 50035, 500, refused",
        "400, 50109, 500, refused",
        "400, 200000, 500, refused",
        "403, 240000, 500, refused",
        "404, 10003, 500, refused",
        "418, 0, 500, refused",
    })
    void anAnswerThatSettlesIt(int discordStatus, int code, int status, String outcome) {
        play.on(SEND).failAlways(SandboxFault.error(discordStatus, code, "as the test has it"));
        Answer answer = notify(play.someone());
        assertThat(answer).hasOutcome(status, outcome);
        assertThat(answer.json().path("retryable").asBoolean(true)).isFalse();
        assertThat(answer.json().path("success").asBoolean()).isEqualTo(outcome.equals("delivered"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10013, 404, user_not_found",
        "400, 50033, 404, user_not_found",
        "400, 50007, 200, dm_closed",
        "403, 50007, 200, dm_closed",
        "403, 50278, 404, user_not_found",
        "400, 50035, 500, refused"
    })
    void theOpeningOfTheDmCanSettleItToo(int discordStatus, int code, int status, String outcome) {
        play.on(OPEN).failAlways(SandboxFault.error(discordStatus, code, "as the test has it"));
        assertThat(notify(play.someone())).hasOutcome(status, outcome);
    }

    @Test
    void aBotIsNobodyToWriteTo() {
        assertThat(notify(play.discord().botUser("robot").joins(play.scene().guild())))
                .hasOutcome(404, "user_not_found");
    }

    @Test
    void norIsTheBotItself() {
        Answer answer = play.backend()
                .notify("{\"discord_id\":\"" + play.discord().botId() + "\",\"action\":\"subscription_updated\"}");
        assertThat(answer).hasOutcome(404, "user_not_found");
    }

    @Test
    void whoSharesNoServerCannotBeFound() {
        assertThat(notify(play.discord().user("stranger"))).hasOutcome(404, "user_not_found");
    }

    @Test
    void closedDmsAreAnAnswerNotAnError() {
        assertThat(notify(play.someone().closesDms())).hasOutcome(200, "dm_closed");
        assertThat(notify(play.someone().refusesDmChannel())).hasOutcome(200, "dm_closed");
    }
}
