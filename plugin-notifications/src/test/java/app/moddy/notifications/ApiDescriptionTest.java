package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.BotExtension;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code GET /internal/openapi.json} says of this plugin's routes; each answer in the tests is checked against it. */
class ApiDescriptionTest {
    @RegisterExtension
    private static final BotExtension BOT = BotExtension.create().plugins(NotificationsPlugin::new);

    @ParameterizedTest
    @CsvSource({
        "post, /internal/notify, Tells a user that something has happened",
        "get, /internal/notifications/{id}, How a notification stands"
    })
    void eachRouteIsDescribed(String method, String path, String summary) {
        JsonNode operation = BOT.backend()
                .get("/internal/openapi.json")
                .json()
                .path("paths")
                .path(path)
                .path(method);
        assertThat(operation.path("summary").asText()).isEqualTo(summary);
        assertThat(operation.at("/tags/0").asText()).isEqualTo("notifications");
    }
}
