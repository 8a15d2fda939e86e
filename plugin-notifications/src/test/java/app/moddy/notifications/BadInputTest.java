package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers must not send, and what users must not see when they do. The server's own refusals are its tests'. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String VALID = "\"action\":\"plan_upgraded\"";

    private Scene scene;
    private RunningBot bot;

    @BeforeAll
    void start() throws Exception {
        scene = Scene.open();
        bot = scene.bot().start();
    }

    @AfterAll
    void stop() {
        assertThat(scene.bob().directMessages()).as("nothing of it was sent").isEmpty();
        bot.close();
        scene.close();
    }

    private void refused(String body, int status, String field, String message) {
        Answer answer = bot.backend().notify(body);
        assertThat(answer).hasStatus(status);
        if (status == 422) {
            assertThat(answer.json().path("error").asText()).isEqualTo("Invalid request");
            assertThat(answer.json().at("/details/0/field").asText()).isEqualTo(field);
            assertThat(answer.json().at("/details/0/message").asText()).contains(message);
        } else {
            assertThat(answer.json().path("error").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-123456789012345678",
                "0",
                "18446744073709551616",
                "9223372036854775808",
                "abc",
                "12345678901234567 ",
                " 123456789012345678",
                "１２３４５６７８９０１２３４５６７８",
                "1234",
                "",
                "123456789012345678\\u0000"
            })
    void anIdThatIsNoSnowflake(String id) {
        refused("{\"discord_id\":\"" + id + "\"," + VALID + "}", 422, "discord_id", "17 to 19 digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456789012345678 | send it as a string",
                "1e400 | send it as a string",
                "true | must be a string",
                "null | is required",
                "[] | must be a string",
                "{} | must be a string"
            })
    void anIdOfAnotherType(String id, String message) {
        refused("{\"discord_id\":" + id + "," + VALID + "}", 422, "discord_id", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plan_upgrade\" | no action 'plan_upgrade'; known: plan_downgraded, plan_upgraded, subscription_",
                "null | is required; known: plan_downgraded",
                "7 | must be a string; known: plan_downgraded",
                "\"\" | no action ''"
            })
    void anActionThatIsNone(String action, String message) {
        refused("{\"discord_id\":\"" + scene.bob().id() + "\",\"action\":" + action + "}", 422, "action", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plan\":5 | plan",
                "\"plan\":[\"x\"] | plan",
                "\"metadata\":[] | metadata",
                "\"metadata\":\"x\" | metadata",
                "\"metadata\":1 | metadata"
            })
    void aPlanOrMetadataOfAnotherType(String member, String field) {
        refused("{\"discord_id\":\"" + scene.bob().id() + "\"," + VALID + "," + member + "}", 422, field, "or null");
    }

    @Test
    void aPlanOfOverAHundredCharacters() {
        refused(
                "{\"discord_id\":\"" + scene.bob().id() + "\"," + VALID + ",\"plan\":\"" + "x".repeat(101) + "\"}",
                422,
                "plan",
                "at most 100");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Answer answer = bot.backend().notify("{\"discord_id\":1,\"action\":\"x\",\"plan\":1,\"metadata\":1}");
        assertThat(answer.json().path("details"))
                .extracting(detail -> detail.path("field").asText())
                .containsExactly("discord_id", "action", "plan", "metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1}}",
                "nonsense",
                "{\"discord_id\":\"1\",\"discord_id\":\"2\"}",
                "{\"metadata\":{\"a\":1,\"a\":2}}"
            })
    void jsonThatIsMalformed(String body) {
        refused(body, 400, "", "");
    }

    @Test
    void jsonThatIsNestedTooDeeplyOrHasNumbersWithoutEnd() {
        refused("{\"metadata\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", 400, "", "");
        refused("{\"metadata\":{\"amount\":" + "9".repeat(5_000) + "}}", 400, "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "7"})
    void jsonThatIsNoObject(String body) {
        refused(body, 422, "body", "object");
    }

    @Test
    void aBodyOf65KiB() {
        refused("{\"x\":\"" + "x".repeat(65 * 1024) + "\"}", 413, "", "");
    }

    @Test
    void aDryRunThatIsNeitherTrueNorFalse() {
        Answer answer = bot.backend()
                .post(
                        "/internal/notify?dry_run=yes",
                        "{\"discord_id\":\"" + scene.bob().id() + "\"," + VALID + "}");
        assertThat(answer).hasStatus(422);
        assertThat(answer.json().at("/details/0/field").asText()).isEqualTo("dry_run");
    }

    @Test
    void aMisspeltDryRunDoesNotSend() {
        Answer answer = bot.backend()
                .post(
                        "/internal/notify?dryrun=true",
                        "{\"discord_id\":\"" + scene.bob().id() + "\"," + VALID + "}");
        assertThat(answer).hasStatus(422);
        assertThat(answer.json().at("/details/0/field").asText()).isEqualTo("dryrun");
        assertThat(answer.json().at("/details/0/message").asText())
                .isEqualTo("unknown query parameter; known: dry_run");
    }

    @Test
    void twoAuthorizationHeaders() {
        Answer answer = bot.backend()
                .send(HttpRequest.newBuilder(bot.backend().uri("/internal/notify"))
                        .header("Authorization", "Bearer " + RunningBot.SECRET)
                        .header("Authorization", "Bearer " + RunningBot.SECRET)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer).hasStatus(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("Invalid Authorization format");
    }

    /** Whatever is inside metadata, the notification is sent, Discord takes it, and nobody is mentioned. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"@everyone @here <@123456789012345678> <@&1> <#1>\"}",
                "{\"message\":\"[free money](https://evil.example) ||x|| # big\"}",
                "{\"message\":\"\\u202Eright to left\\u200B\\u200Dzero width \\u05D0\\u05D1\"}",
                "{\"message\":\"\\u200B\\u200D\"}",
                "{\"message\":\"\\uD83D lone surrogate\"}",
                "{\"message\":{\"nested\":[1,2,{\"a\":null}]},\"changes\":\"one\"}",
                "{\"message\":1e308,\"changes\":[null,{},\"payment_method\",7,true]}",
                "{\"changes\":{\"a\":1},\"locale\":7}",
                "{\"message\":false,\"locale\":\"xx-XX\"}"
            })
    void metadataOfAnyKindIsNoFault(String metadata) {
        SandboxUser eve = scene.discord().user("eve").joins(scene.guild());
        Answer answer = bot.backend()
                .notify("{\"discord_id\":\"" + eve.id() + "\",\"action\":\"subscription_updated\",\"metadata\":"
                        + metadata + "}");
        assertThat(answer).hasStatus(200);
        SandboxMessage message = eve.directMessages().get(eve.directMessages().size() - 1);
        String shown = message.embeds().toString();
        assertThat(shown).doesNotContain("@everyone", "@here", "\u202E");
        assertThat(shown).doesNotContainPattern("(?<!\\\\)<[@#]");
        assertThat(shown).doesNotContainPattern("(?<!\\\\)\\[free money");
        assertThat(message.raw().path("mention_everyone").asBoolean()).isFalse();
        assertThat(message.raw().path("mentions")).isEmpty();
    }

    @Test
    void tenThousandCharactersAreClippedAndNeverInsideAnEmoji() throws JsonProcessingException {
        SandboxUser eve = scene.discord().user("eve").joins(scene.guild());
        String family = "👨\u200D👩\u200D👧\u200D👦";
        for (int shift = 0; shift < 12; shift++) {
            String text = "x".repeat(1_010 + shift) + family.repeat(900);
            String body = new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "discord_id", eve.id(),
                            "action", "subscription_updated",
                            "metadata", Map.of("message", text)));
            assertThat(bot.backend().notify(body)).hasStatus(200);
            SandboxEmbed embed = eve.directMessages()
                    .get(eve.directMessages().size() - 1)
                    .embeds()
                    .get(0);
            String value = embed.fields().get(0).value();
            assertThat(value).hasSizeLessThanOrEqualTo(1024).endsWith("…");
            assertThat(value.replace("x", "").replace(family, "")).isEqualTo("…");
        }
    }
}
