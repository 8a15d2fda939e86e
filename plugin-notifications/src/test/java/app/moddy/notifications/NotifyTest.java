package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backend posts, and the user has a DM. What the embeds say is {@code RequestsTest}'s to check, word by word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ADA = 123_456_789_012_345_678L; // as in the requests

    private Scene scene;
    private RunningBot bot;
    private SandboxUser ada;

    @BeforeAll
    void start() throws Exception {
        scene = Scene.open();
        ada = scene.discord().user("ada of the requests", ADA).joins(scene.guild());
        bot = scene.bot().start();
    }

    @AfterAll
    void stop() {
        bot.close();
        scene.close();
    }

    private static ObjectNode request(String name) throws IOException {
        try (InputStream in = NotifyTest.class.getResourceAsStream("/requests/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan_downgraded",
                "plan_upgraded",
                "subscription_cancelled",
                "subscription_cancelled_unix_time",
                "subscription_created",
                "subscription_created_jpy",
                "subscription_created_null_metadata",
                "subscription_created_short",
                "subscription_updated"
            })
    void everyRequestOfTodayArrivesAsItsDryRunShowsItInBothLanguages(String name) throws IOException {
        for (String language : List.of("en-US", "fr")) {
            ObjectNode request = request(name);
            if (language.equals("fr")) {
                request.withObject("/metadata", JsonNode.OverwriteMode.NULLS, false)
                        .put("locale", "fr");
            }
            int before = ada.directMessages().size();
            Answer dryRun = bot.backend().post("/internal/notify?dry_run=true", request.toString());
            assertThat(dryRun).hasStatus(200);
            assertThat(dryRun.json().path("language").asText()).isEqualTo(language);
            assertThat(ada.directMessages()).hasSize(before);

            Answer answer = bot.backend().notify(request.toString());
            assertThat(answer).hasStatus(200);
            assertThat(answer.json().path("success").asBoolean()).isTrue();
            assertThat(answer.json().path("message").asText()).isEqualTo("User notified successfully");
            assertThat(answer.json().path("notification_sent").asBoolean()).isTrue();
            assertThat(answer.json().path("outcome").asText()).isEqualTo("delivered");
            assertThat(answer.json().path("retryable").asBoolean(true)).isFalse();
            assertThat(ada.directMessages()).hasSize(before + 1);
            SandboxEmbed embed = ada.directMessages().get(before).embeds().get(0);
            assertThat(embed.footer())
                    .isEqualTo("Ref " + answer.json().path("notification_id").asText());
            assertSame(embed, dryRun.json().path("embed"));
        }
    }

    private static void assertSame(SandboxEmbed embed, JsonNode expected) {
        assertThat(embed.title()).isEqualTo(expected.path("title").asText());
        assertThat(embed.description()).isEqualTo(expected.path("description").asText());
        assertThat(embed.colour()).isEqualTo(expected.path("color").asInt());
        List<String> fields = new ArrayList<>();
        expected.path("fields")
                .forEach(field -> fields.add(
                        field.path("name").asText() + "=" + field.path("value").asText() + "="
                                + field.path("inline").asBoolean()));
        assertThat(embed.fields())
                .extracting(field -> field.name() + "=" + field.value() + "=" + field.inline())
                .isEqualTo(fields);
    }

    @Test
    void aNewUserCostsTwoCallsAndAKnownOneOne() {
        SandboxUser eve = scene.discord().user("eve").joins(scene.guild());
        String body = "{\"discord_id\":\"" + eve.id() + "\",\"action\":\"plan_upgraded\"}";
        long before = callsForMessages();
        bot.backend().notify(body);
        assertThat(callsForMessages() - before).isEqualTo(2);
        bot.backend().notify(body);
        assertThat(callsForMessages() - before).isEqualTo(3);
        assertThat(eve.directMessages()).hasSize(2);
    }

    /** All but those that make Discord know our commands, which go on beside. */
    private long callsForMessages() {
        return scene.discord().calls().stream()
                .filter(call -> !call.path().contains("/commands"))
                .count();
    }

    @Test
    void anUnreadableValueIsNamedAndTheRestIsSent() {
        Answer answer = bot.backend()
                .notify("{\"discord_id\":\"" + ADA + "\",\"action\":\"subscription_created\",\"plan\":\"moddy_max\","
                        + "\"metadata\":{\"amount\":{\"eur\":5},\"subscription_type\":\"yearly\"}}");
        assertThat(answer).hasStatus(200);
        assertThat(answer.json().at("/warnings/0/field").asText()).isEqualTo("metadata.amount");
        assertThat(answer.json().path("warnings")).hasSize(1);
    }

    @Test
    void beforeDiscordIsConnectedItIsAcceptedAndDeliveredLater() throws Exception {
        try (Scene down = Scene.open()) {
            down.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
            SandboxUser eve = down.discord().user("eve").joins(down.guild());
            try (RunningBot waiting = down.bot().startWithoutWaiting()) {
                Answer answer =
                        waiting.backend().notify("{\"discord_id\":\"" + eve.id() + "\",\"action\":\"plan_upgraded\"}");
                assertThat(answer).hasStatus(202);
                assertThat(answer.json().path("outcome").asText()).isEqualTo("pending");
                down.discord().on("GET /users/@me").heal();
                Eventually.isTrue("delivered", () -> eve.directMessages().size() == 1);
            }
        }
    }
}
