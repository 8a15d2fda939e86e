package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backend got wrong is said all at once, and changes nothing. */
class BadInputTest {
    private final RoleScene scene = new RoleScene();

    @BeforeEach
    void start() throws Exception {
        scene.start();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<String> faults(String json) {
        Answer answer = scene.post(json);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("error").asText()).isEqualTo("Invalid request");
        return StreamSupport.stream(answer.json().path("details").spliterator(), false)
                .map(fault -> fault.path("field").asText() + ": "
                        + fault.path("message").asText())
                .toList();
    }

    @Test
    void everythingIsMissing() {
        assertThat(faults("{}"))
                .containsExactly(
                        "discord_id: is required: the user's Discord id, a string of 17 to 19 digits",
                        "plan: is required: a string of 1 to 100 characters");
    }

    @Test
    void everythingIsWrong() {
        assertThat(
                        faults(
                                "{\"discord_id\":123456789012345678,\"plan\":7,\"add_roles\":[\"1\",223456789012345678,null],\"remove_roles\":\"x\"}"))
                .containsExactly(
                        "discord_id: send it as a string: JavaScript and others round numbers of this size",
                        "plan: must be a string of 1 to 100 characters",
                        "add_roles.0: must be a Discord id: 17 to 19 digits, nothing else",
                        "add_roles.1: send it as a string: JavaScript and others round numbers of this size",
                        "add_roles.2: must be a string of 17 to 19 digits",
                        "remove_roles: must be a list of at most 50 role ids, or null");
    }

    @Test
    void tooMuch() {
        String roles = String.join(",", Collections.nCopies(51, "\"123456789012345678\""));
        assertThat(faults("{\"discord_id\":\"%s\",\"plan\":\"%s\",\"add_roles\":[%s]}"
                        .formatted(scene.bob().id(), "x".repeat(101), roles)))
                .containsExactly(
                        "plan: must be a string of 1 to 100 characters",
                        "add_roles: must be a list of at most 50 role ids, or null");
    }

    @Test
    void aQueryParameterSuchAsDryRunIsNotOverlooked() {
        Answer answer = scene.bot()
                .backend()
                .post(
                        "/internal/roles/update?dry_run=true",
                        "{\"discord_id\":\"%s\",\"plan\":\"max\"}"
                                .formatted(scene.bob().id()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"dry_run\"", "unknown query parameter; known: none");
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void aRoleInBothLists() {
        String max = scene.max().id();
        assertThat(faults("{\"discord_id\":\"%s\",\"plan\":\"max\",\"add_roles\":[\"%s\"],\"remove_roles\":[\"%s\"]}"
                        .formatted(scene.bob().id(), max, max)))
                .containsExactly("remove_roles: names a role of add_roles too: " + max);
    }

    @Test
    void aPlanThatHasNoRolesConfigured() {
        assertThat(faults("{\"discord_id\":\"%s\",\"plan\":\"maxx\"}"
                        .formatted(scene.bob().id())))
                .containsExactly(
                        "plan: has no roles in plugins.roles.plans (configured: free, basic, max); send add_roles or"
                                + " remove_roles, or one of these");
        assertThat(scene.changes()).isEmpty();
    }
}
