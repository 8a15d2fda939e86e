package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Timings;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error code of Discord's that can meet a notification, and what the backend is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesTest {
    private static final String OPEN = "POST /users/@me/channels";
    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final AtomicInteger USERS = new AtomicInteger();

    private Scene scene;
    private RunningBot bot;

    @BeforeAll
    void start() throws Exception {
        scene = Scene.open();
        bot = scene.bot().replacing(Timings.sendLimit(Duration.ofMillis(900))).start();
    }

    @AfterAll
    void stop() {
        bot.close();
        scene.close();
    }

    @AfterEach
    void heal() {
        scene.discord().on(OPEN).heal();
        scene.discord().on(SEND).heal();
    }

    private SandboxUser someone() {
        return scene.discord().user("user" + USERS.incrementAndGet()).joins(scene.guild());
    }

    private Answer notify(SandboxUser user) {
        return bot.backend().notify("{\"discord_id\":\"" + user.id() + "\",\"action\":\"subscription_updated\"}");
    }

    private static void expect(Answer answer, int status, String outcome) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("outcome").asText()).isEqualTo(outcome);
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
        scene.discord().on(SEND).failAlways(SandboxFault.error(discordStatus, code, "as the test has it"));
        Answer answer = notify(someone());
        expect(answer, status, outcome);
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
        scene.discord().on(OPEN).failAlways(SandboxFault.error(discordStatus, code, "as the test has it"));
        expect(notify(someone()), status, outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 40003",
        "400, 40003",
        "403, 40004",
        "400, 40006",
        "403, 20026",
        "503, 130000",
        "400, 130000",
        "403, 20016",
        "403, 20028",
        "403, 20029",
        "503, 40062",
        "503, 110001",
        "401, 0",
        "401, 40001",
        "401, 50014",
        "401, 50027"
    })
    void whatWasSurelyNotSentMayBeTriedAgain(int discordStatus, int code) {
        scene.discord().on(SEND).failAlways(SandboxFault.error(discordStatus, code, "as the test has it"));
        expectNotNow(notify(someone()));
    }

    /** Without a code: JDA needs the time to wait, and repeats a 429 that names none at once and without end. */
    @Test
    void aRateLimitThatOutlastsUsMayBeTriedAgain() {
        scene.discord().on(SEND).failAlways(SandboxFault.rateLimited(30));
        expectNotNow(notify(someone()));
    }

    private static void expectNotNow(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(answer.json().path("error").asText()).startsWith("Nothing was sent");
        assertThat(answer.json().has("outcome")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"403, 40003", "400, 40003", "403, 40004", "400, 40006", "403, 20026", "401, 0"})
    void theOpeningOfTheDmMayBePutOffToo(int discordStatus, int code) {
        scene.discord().on(OPEN).failAlways(SandboxFault.error(discordStatus, code, "as the test has it"));
        expectNotNow(notify(someone()));
    }

    @Test
    void aRateLimitOfTheOpeningThatOutlastsUsIsNoDoubt() throws Exception {
        try (RunningBot own = scene.bot()
                .replacing(Timings.sendLimit(Duration.ofMillis(900)))
                .start()) { // its queue of openings is blocked from here on
            scene.discord().on(OPEN).failNext(SandboxFault.rateLimited(30));
            expectNotNow(own.backend()
                    .notify("{\"discord_id\":\"" + someone().id() + "\",\"action\":\"subscription_updated\"}"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 520})
    void troubleOfDiscordsWhileItIsSentIsUncertain(int discordStatus) {
        scene.discord().on(SEND).failAlways(SandboxFault.status(discordStatus));
        Answer answer = notify(someone());
        expect(answer, 500, "uncertain");
        assertThat(answer.json().path("message").asText()).isEqualTo("Failed to send Discord message");
        assertThat(answer.json().path("retryable").asBoolean(true)).isFalse();
    }

    @Test
    void anAnswerThatNeverComesIsUncertain() {
        scene.discord().on(SEND).failNext(SandboxFault.hang());
        expect(notify(someone()), 500, "uncertain");
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainIsUncertain() {
        scene.discord().on(SEND).failAlways(SandboxFault.dropConnection());
        expect(notify(someone()), 500, "uncertain");
    }

    @Test
    void anAnswerThatGotLostOnceIsFoundAgainByItsNonce() {
        scene.discord().on(SEND).failNext(SandboxFault.dropAfterProcessing());
        SandboxUser user = someone();
        expect(notify(user), 200, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void whatHappensBeforeTheMessageIsSentIsNeverUncertain() {
        scene.discord().on(OPEN).failNext(SandboxFault.dropConnection());
        scene.discord().on(OPEN).failNext(SandboxFault.status(500));
        expectNotNow(notify(someone()));
    }

    @Test
    void nothingIsSentAfterTheCallerWasToldThatNothingWas() {
        scene.discord().on(SEND).failNext(SandboxFault.rateLimited(2));
        SandboxUser user = someone();
        Answer answer = notify(user);
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        SandboxUser other = someone();
        expect(notify(other), 200, "delivered");
        assertThat(user.directMessages()).isEmpty();
    }

    @Test
    void aBotIsNobodyToWriteTo() {
        expect(notify(scene.discord().botUser("robot").joins(scene.guild())), 404, "user_not_found");
    }

    @Test
    void norIsTheBotItself() {
        Answer answer = bot.backend()
                .notify("{\"discord_id\":\"" + scene.discord().botId() + "\",\"action\":\"subscription_updated\"}");
        expect(answer, 404, "user_not_found");
    }

    @Test
    void whoSharesNoServerCannotBeFound() {
        expect(notify(scene.discord().user("stranger" + USERS.incrementAndGet())), 404, "user_not_found");
    }

    @Test
    void closedDmsAreAnAnswerNotAnError() {
        expect(notify(someone().closesDms()), 200, "dm_closed");
        expect(notify(someone().refusesDmChannel()), 200, "dm_closed");
    }
}
