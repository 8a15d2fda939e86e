package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes can be served together. */
class RouteTableTest {
    @ParameterizedTest
    @CsvSource({
        "/internal/a, /internal/a",
        "/internal/{a}, /internal/{b}",
        "/internal/x/{a}, /internal/x/{b}",
        "/internal/x/{a}, /internal/{b}/y",
        "/internal/x/{a}/{b}, /internal/{c}/y/{d}"
    })
    void refusesAtTheStartTwoRoutesThatWouldAnswerTheSame(String one, String other) {
        assertThatThrownBy(() -> new RouteTable(List.of(route(one), route(other))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("two routes answer GET ")
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/{a}, /internal/x",
        "/internal/{a}, /internal/{a}/{b}",
        "/internal/x/{a}, /internal/y/{a}",
        "/internal/{a}/{b}, /internal/{a}/y",
        "/internal/x/{a}/y, /internal/{a}/z/w"
    })
    void servesTwoOfWhichOneIsTheMoreExactOrThatShareNoPath(String one, String other) {
        assertThatCode(() -> new RouteTable(List.of(route(one), route(other)))).doesNotThrowAnyException();
        assertThat(Endpoint.get(one).collidesWith(Endpoint.get(other))).isFalse();
    }

    @Test
    void servesTheSamePathWithTwoMethods() {
        assertThat(Endpoint.get("/internal/x/{a}").collidesWith(Endpoint.post("/internal/{b}/y")))
                .isFalse();
    }

    private static Route route(String path) {
        return TestRoute.answering(Endpoint.get(path), request -> ApiResponse.ok(path));
    }
}
