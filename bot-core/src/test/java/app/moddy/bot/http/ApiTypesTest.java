package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that a plugin's routes and their tests are made of: valid or non-existent. */
class ApiTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal",
                "/internal/",
                "/other/notify",
                "/internal/Notify",
                "/internal/a//b",
                "/internal/a/",
                "/internal/{}",
                "/internal/{Id}",
                "/internal/a{id}",
                "/internal/{id}a",
                "/internal/{id",
                "/internal/{a}/b/{a}",
                "/internal/a?b",
                " /internal/a"
            })
    void refusesAPathThatNoCallerCouldReach(String path) {
        assertThatThrownBy(() -> Endpoint.get(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + path + "'")
                .hasMessageContaining("/internal/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "HEAD", "OPTIONS", ""})
    void refusesAMethodThatIsNoneOfARoute(String method) {
        assertThatThrownBy(() -> new Endpoint(method, "/internal/a", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET, POST, PUT, PATCH and DELETE");
    }

    @Test
    void makesEndpoints() {
        assertThat(Endpoint.get("/internal/health/live").withoutToken())
                .isEqualTo(new Endpoint("GET", "/internal/health/live", true));
        assertThat(Endpoint.post("/internal/roles/update"))
                .isEqualTo(new Endpoint("POST", "/internal/roles/update", false));
    }

    @Test
    void keepsARequestAsItWasMade() {
        List<Object> changes = new ArrayList<>(Arrays.asList("a", null, Map.of("n", 1)));
        ApiRequest request = ApiRequest.of(Map.of("changes", changes))
                .withHeader("Idempotency-Key", "k")
                .withQuery("dry_run", "true");
        changes.clear();
        assertThat(request.body()).isEqualTo(Map.of("changes", Arrays.asList("a", null, Map.of("n", 1))));
        assertThat(request.header("idempotency-key")).hasValue("k");
        assertThat(request.query("dry_run")).hasValue("true");
        assertThat(request.query("Dry_run")).isEmpty();
        assertThat(request.queryFlag("dry_run")).isTrue();
        assertThat(request.queryFlag("other")).isFalse();
        assertThatThrownBy(() -> request.body().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(request).hasToString("ApiRequest[changes]");
    }

    @Test
    void keepsPathParametersOfARequest() {
        ApiRequest request =
                ApiRequest.of(Map.of()).withPath("id", "1").withQuery("id", "7").withPath("id", "42");
        assertThat(request.path("id")).isEqualTo("42");
        assertThat(request.withHeader("X-Test", "1").path("id")).isEqualTo("42");
        assertThatThrownBy(() -> request.path("name"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the path has no parameter 'name'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a%20b", "é", "a b", "{id}"})
    void refusesAPathParameterThatTheServerWouldNotGive(String value) {
        assertThatThrownBy(() -> ApiRequest.of(Map.of()).withPath("id", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + value + "' is no value of a path parameter");
    }

    @Test
    void refusesARequestThatNoJsonCouldBe() {
        assertThatThrownBy(() -> ApiRequest.of(Map.of("metadata", Map.of("amount", 9.9))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'amount' is a java.lang.Double, which no JSON is read as");
        assertThat(ApiRequest.of(Map.of("amount", new BigDecimal("9.9"))).body())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 204, 205, 304, 600})
    void refusesAStatusThatHasNoBody(int status) {
        assertThatThrownBy(() -> ApiResponse.of(status, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,text/plain",
        "connection,close",
        "Bad Name,x",
        "X-Bad,'a\r\nX-Worse: b'",
        "X-Bad,é",
        "'',x"
    })
    void refusesAHeaderThatARouteMayNotSet(String name, String value) {
        assertThatThrownBy(() -> ApiResponse.ok("").withHeader(name, value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replacesAHeaderWhateverItsCase() {
        ApiResponse response = ApiResponse.ok("").withHeader("X-One", "1").withHeader("x-one", "2");
        assertThat(response.headers()).hasSize(1).containsEntry("X-One", "2");
    }

    @ParameterizedTest
    @CsvSource({"-5000,1", "0,1", "1,1", "1000,1", "1001,2", "90000,90"})
    void roundsRetryAfterUpToWholeSeconds(long millis, String expected) {
        ApiException exception = ApiException.unavailable(Duration.ofMillis(millis), "Later");
        assertThat(exception.response().headers()).containsEntry("Retry-After", expected);
        assertThat(exception).hasMessage("Later");
    }

    @Test
    void refusesAnErrorThatIsNone() {
        assertThatThrownBy(() -> ApiException.of(200, "fine")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiException.invalid(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FieldFault(" ", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
