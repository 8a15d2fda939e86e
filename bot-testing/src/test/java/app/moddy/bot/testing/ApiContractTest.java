package app.moddy.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the clients of the tests find wrong with an answer: were it nothing, no test of a route would notice. */
class ApiContractTest {
    private static final Function<String, Optional<String>> JSON =
            headers(Map.of("Content-Type", "application/json; charset=utf-8"));

    private final ApiContract contract = ApiContract.of("""
            {
              "paths": {
                "/cups/{id}": {"get": {"responses": {
                  "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Cup"}}}},
                  "204": {"description": "nothing to say"},
                  "503": {"headers": {"Retry-After": {"required": true}, "X-Cup": {"description": "now and then"}}},
                  "404": {"$ref": "#/components/responses/NoCup"}
                }}},
                "/cups/new": {"get": {"responses": {
                  "default": {"content": {"application/json": {"schema": {"type": "array"}}}}
                }}}
              },
              "components": {
                "schemas": {
                  "Cup": {"type": "object", "properties": {"size": {"type": "integer"}}, "required": ["size"]},
                  "Error": {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
                },
                "responses": {
                  "NoCup": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}
                }
              }
            }
            """);

    private static Function<String, Optional<String>> headers(Map<String, String> headers) {
        return name -> Optional.ofNullable(headers.get(name));
    }

    private Optional<String> get(String path, int status, String body) {
        return contract.breach("GET", path, status, JSON, body);
    }

    @Test
    void nothingIsWrongWithWhatIsDescribed() {
        assertThat(get("/cups/7", 200, "{\"size\": 3}")).isEmpty();
        assertThat(get("/cups/7", 204, "")).isEmpty();
        assertThat(get("/cups/7", 404, "{\"error\": \"no cup\"}")).isEmpty();
        assertThat(get("/cups/new", 200, "[]")).isEmpty();
        assertThat(get("/elsewhere", 404, "{\"error\": \"nothing there\"}")).isEmpty();
        assertThat(contract.breach("HEAD", "/cups/7", 200, JSON, "")).isEmpty();
    }

    @Test
    void aBodyThatIsNotAsItsSchemaIs() {
        assertThat(get("/cups/7", 200, "{\"size\": \"large\"}"))
                .hasValueSatisfying(breach ->
                        assertThat(breach).startsWith("GET /cups/{id} answers 200 against its schema: /size: "));
        assertThat(get("/cups/7", 200, "{}")).isPresent();
    }

    @Test
    void aBodyThatIsNotAsASharedAnswersSchemaIs() {
        assertThat(get("/cups/7", 404, "{\"fault\": \"no cup\"}"))
                .hasValueSatisfying(
                        breach -> assertThat(breach).contains("GET /cups/{id} answers 404 against its schema"));
    }

    @Test
    void aHeaderThatIsPromisedAndIsNotThere() {
        assertThat(get("/cups/7", 503, "")).contains("GET /cups/{id} answers 503 without the header Retry-After");
        assertThat(contract.breach("GET", "/cups/7", 503, headers(Map.of("Retry-After", "1")), ""))
                .isEmpty();
    }

    @Test
    void aPathInFullGoesBeforeOneWithAParameter() {
        assertThat(get("/cups/new", 200, "{\"size\": 3}"))
                .hasValueSatisfying(breach -> assertThat(breach).startsWith("GET /cups/new answers 200 against"));
    }

    @Test
    void aStatusOrATypeThatIsNotDescribed() {
        assertThat(get("/cups/7", 418, "{}")).hasValue("GET /cups/{id} answers 418, which is not described");
        assertThat(contract.breach("GET", "/cups/7", 200, headers(Map.of("Content-Type", "text/plain")), "three"))
                .hasValue("GET /cups/{id} answers 200 with the undescribed type text/plain");
    }

    @Test
    void whereNothingIsARefusalIsAnErrorAndNothingElseIsAnswered() {
        assertThat(get("/elsewhere", 404, "{}")).isPresent();
        assertThat(contract.breach("POST", "/cups/7", 405, JSON, "{\"fault\": \"no\"}"))
                .isPresent();
        assertThat(contract.breach("POST", "/cups/7", 200, JSON, "{\"size\": 3}"))
                .hasValue("POST /cups/{id} answers 200, and has no such operation");
    }
}
