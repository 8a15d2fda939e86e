package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.AnswerAssert;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.BotExtension;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a backend got wrong is said all at once, and changes nothing. */
class BadInputTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private final RoleScene scene = new RoleScene(bot);

    @BeforeEach
    void start() {
        scene.start();
    }

    private AnswerAssert assertRefused(String json) {
        return assertThat(scene.post(json)).hasStatus(422).hasError("Invalid request");
    }

    @Test
    void everythingIsMissing() {
        assertRefused("{}")
                .hasFaults(
                        "discord_id: is required: the user's Discord id, a string of 17 to 19 digits",
                        "plan: is required: a string of 1 to 100 characters");
    }

    @Test
    void everythingIsWrong() {
        assertRefused(
                        "{\"discord_id\":123456789012345678,\"plan\":7,\"add_roles\":[\"1\",223456789012345678,null],\"remove_roles\":\"x\"}")
                .hasFaults(
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
        assertRefused("{\"discord_id\":\"%s\",\"plan\":\"%s\",\"add_roles\":[%s]}"
                        .formatted(bot.bob().id(), "x".repeat(101), roles))
                .hasFaults(
                        "plan: must be a string of 1 to 100 characters",
                        "add_roles: must be a list of at most 50 role ids, or null");
    }

    @Test
    void aQueryParameterSuchAsDryRunIsNotOverlooked() {
        Answer answer = bot.backend()
                .post(
                        RoleScene.UPDATE + "?dry_run=true",
                        Map.of("discord_id", bot.bob().id(), "plan", "max"));
        assertThat(answer).hasStatus(422).hasFaults("dry_run: unknown query parameter; known: none");
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void aRoleInBothLists() {
        String max = scene.max().id();
        assertRefused("{\"discord_id\":\"%s\",\"plan\":\"max\",\"add_roles\":[\"%s\"],\"remove_roles\":[\"%s\"]}"
                        .formatted(bot.bob().id(), max, max))
                .hasFaults("remove_roles: names a role of add_roles too: " + max);
    }

    @Test
    void aPlanThatHasNoRolesConfigured() {
        assertRefused("{\"discord_id\":\"%s\",\"plan\":\"maxx\"}"
                        .formatted(bot.bob().id()))
                .hasFaults("plan: has no roles in plugins.roles.plans (configured: free, basic, max); send add_roles or"
                        + " remove_roles, or one of these");
        assertThat(scene.changes()).isEmpty();
    }
}
