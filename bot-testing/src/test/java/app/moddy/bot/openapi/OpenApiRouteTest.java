package app.moddy.bot.openapi;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.moddy.bot.TemplateGate;
import app.moddy.bot.openapi.described.DescribedPlugin;
import app.moddy.bot.openapi.misdescribed.MisdescribedPlugin;
import app.moddy.bot.testing.Backend;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.tea.TeaPlugin;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code GET /internal/openapi.json}. */
class OpenApiRouteTest {
    @RegisterExtension
    private static final BotExtension BOT = BotExtension.create()
            .plugins(DescribedPlugin::new, MisdescribedPlugin::new, TeaPlugin::new)
            .section("tea", "{kind: Assam}");

    private JsonNode document() {
        Backend.Answer answer = BOT.backend().get("/internal/openapi.json");
        assertThat(answer).hasStatus(200);
        return answer.json();
    }

    @Test
    void isForWhoHasTheSecret() {
        assertThat(BOT.backend().getWithoutSecret("/internal/openapi.json"))
                .hasStatus(401)
                .hasError("Missing Authorization header");
    }

    @Test
    void saysWhatItIs() {
        JsonNode document = document();
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.at("/info/version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(document.at("/paths/~1internal~1metrics/get/tags/0").asText())
                .isEqualTo("core");
    }

    @Test
    void hasWhatPluginsSayOfTheirRoutes() {
        JsonNode route = document().at("/paths/~1internal~1things~1{id}/post");
        assertThat(route.path("summary").asText()).isEqualTo("Changes a thing");
        assertThat(route.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Thing");
        assertThat(document().at("/components/schemas/Thing/required/0").asText())
                .isEqualTo("name");
    }

    @Test
    void addsWhatTheServerDoesForAll() {
        JsonNode route = document().at("/paths/~1internal~1things~1{id}/post");
        assertThat(route.at("/parameters/0/name").asText()).isEqualTo("id");
        assertThat(route.at("/responses/422/$ref").asText()).isEqualTo("#/components/responses/Invalid");
        assertThat(route.path("responses").has("413")).isTrue();
        JsonNode open = document().at("/paths/~1internal~1open/get");
        assertThat(open.path("security").isArray()).isTrue();
        assertThat(open.path("security")).isEmpty();
        assertThat(open.path("responses").has("401")).isFalse();
    }

    @Test
    void listsARouteThatNobodyDescribes() {
        JsonNode route = document().at("/paths/~1internal~1tea/get");
        assertThat(route.path("summary").asText()).isEqualTo("Its plugin does not describe it");
        assertThat(route.at("/tags/0").asText()).isEqualTo("tea");
    }

    @Test
    void hasEveryActionWithItsMetadata() {
        JsonNode document = document();
        JsonNode metadata = document.at("/components/schemas/metadata.thing_changed/properties");
        assertThat(metadata.at("/since/description").asText()).isEqualTo("ISO 8601, or Unix seconds");
        assertThat(metadata.at("/colour/pattern").asText()).isEqualTo("^(?:[a-z]+)$");
        assertThat(metadata.at("/parts/items/type").asText()).isEqualTo("string");
        assertThat(metadata.at("/weight_grams/type/0").asText()).isEqualTo("integer");
        assertThat(metadata.at("/weight_grams/minimum").asLong()).isEqualTo(1);
        assertThat(metadata.at("/fragile/type/0").asText()).isEqualTo("boolean");
        assertThat(document.at("/components/schemas/Notice/oneOf/0/properties/metadata/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/metadata.thing_changed");
        assertThat(document.at("/components/schemas/metadata.thing_changed/examples/0/colour")
                        .asText())
                .isEqualTo("red");
    }

    @Test
    void aFaultyFileIsToldAndItsRoutesAreListedAllTheSame() throws Exception {
        try (LogLines log = LogLines.of(OpenApiRoute.class)) {
            BOT.restart();
            JsonNode route = document().at("/paths/~1internal~1wrong/get");
            document();
            assertThat(route.path("summary").asText()).isEqualTo("Its plugin does not describe it");
            assertThat(log.containing("openapi.yml of plugin misdescribed"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage())
                            .endsWith("the plugin has no route GET /internal/nothing"));
        }
    }

    @Test
    void anAnswerThatIsNotAsDescribedFailsTheTest() {
        assertThat(BOT.backend().post("/internal/things/1", "{\"name\":\"cup\"}"))
                .hasStatus(200);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> BOT.backend().post("/internal/things/1", "{\"name\":7}"))
                .withMessageContaining("POST /internal/things/{id} answers 200 against its schema: /name: ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> BOT.backend().post("/internal/things/2", "{}"))
                .withMessageContaining("answers 418, which is not described");
    }

    @Test
    void refusalsAreAsDescribedToo() {
        Backend backend = BOT.backend();
        assertThat(backend.get("/internal/nowhere")).hasStatus(404);
        assertThat(backend.post("/internal/metrics", "{}")).hasStatus(405);
        assertThat(backend.post("/internal/things/1", "{")).hasStatus(400);
        assertThat(backend.post("/internal/things/1", "[]")).hasStatus(422);
        assertThat(backend.send(HttpRequest.newBuilder(backend.uri("/internal/things/1"))
                        .header("Authorization", "Bearer another-secret-than-ours")))
                .hasStatus(403);
    }

    @Test
    void theTemplateGateAndCheckFindAFaultyDescription() {
        assertThat(TemplateGate.faultsOf(new MisdescribedPlugin()))
                .containsExactly("plugin misdescribed, openapi.yml: the plugin has no route GET /internal/nothing");
    }
}
