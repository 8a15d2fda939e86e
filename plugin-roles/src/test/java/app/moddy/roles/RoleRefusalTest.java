package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roles that can not be changed, and why. */
class RoleRefusalTest {
    private final RoleScene scene = new RoleScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private static void assertFailed(Answer answer, boolean updated, String... parts) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
        assertThat(answer.json().path("roles_updated").asBoolean(!updated)).isEqualTo(updated);
        assertThat(answer.json().path("message").asText())
                .startsWith("Failed to update roles: ")
                .contains(parts);
    }

    @Test
    void aRoleAboveTheBotsIsNamedAndTheOthersAreChanged() throws Exception {
        SandboxRole admin = scene.guild().roleAboveBot("Admin");
        scene.bob().joins(scene.guild(), scene.basic());
        scene.start();
        Answer answer = scene.change(
                List.of(admin.id(), scene.max().id()), List.of(scene.basic().id()));
        assertFailed(answer, true, "cannot add Admin (" + admin.id() + "): role hierarchy");
        assertThat(answer.text()).doesNotContain("permission").doesNotContain("Max");
        assertThat(scene.changes()).as("known without asking").containsExactly("PUT Max", "DELETE Basic");
    }

    @Test
    void nothingIsUpdatedWhenEveryRoleIsRefused() throws Exception {
        SandboxRole admin = scene.guild().roleAboveBot("Admin");
        scene.bob().joins(scene.guild(), admin);
        scene.start();
        assertFailed(
                scene.change(List.of(), List.of(admin.id())),
                false,
                "cannot remove Admin (" + admin.id() + "): role hierarchy");
    }

    @Test
    void theMissingPermissionIsNamedWithEachRole() throws Exception {
        scene.guild().botRole().permissions(0);
        scene.start();
        assertFailed(
                scene.plan("max"),
                false,
                "Premium (" + scene.premium().id() + "): missing permission, the bot needs Manage Roles",
                "Max (" + scene.max().id() + "): missing permission");
        assertThat(scene.changes()).as("known without asking").isEmpty();
    }

    @Test
    void rolesThatNobodyCanGiveAndThoseThatAreNotThere() throws Exception {
        scene.start();
        String managed = scene.guild().botRole().id();
        Answer answer = scene.change(
                List.of(
                        managed,
                        scene.guild().id(),
                        "123456789012345678",
                        scene.max().id()),
                List.of());
        assertFailed(
                answer,
                true,
                "(" + managed + "): it belongs to an integration",
                "@everyone (" + scene.guild().id() + "): it belongs to",
                "cannot add 123456789012345678: there is no such role");
        assertThat(scene.changes()).containsExactly("PUT Max");
    }

    @Test
    void whatTheBotHasNotHeardOfYetIsToldApartByAskingDiscord() throws Exception {
        scene.start();
        scene.discord().gateway().refuseConnections(true);
        scene.discord().gateway().drop();
        Eventually.isTrue("gone", () -> !scene.discord().gateway().isConnected());

        scene.max().moveAboveBot();
        assertFailed(scene.plan("max"), true, "cannot add Max (" + scene.max().id() + "): role hierarchy");
        assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max");

        scene.guild().botRole().permissions(0);
        assertFailed(
                scene.change(List.of(scene.basic().id()), List.of()),
                false,
                "cannot add Basic (" + scene.basic().id() + "): missing permission");
        scene.discord().gateway().refuseConnections(false);
        scene.discord().gateway().awaitConnected();
    }

    @Test
    void aRefusalForAnotherReasonIsSaidWithDiscordsCode() throws Exception {
        scene.on(RoleScene.GIVE).fail(1, SandboxFault.error(403, 60003, "Two factor is required"));
        scene.start();
        assertFailed(
                scene.plan("max"),
                true,
                "cannot add Premium (" + scene.premium().id() + "): Discord refuses it (60003)");
        assertThat(scene.bob().has(scene.max())).isTrue();
    }

    @Test
    void aRefusalThatNothingExplainsIsNotGuessedAt() throws Exception {
        scene.on(RoleScene.GIVE).fail(1, SandboxFault.error(403, 50013, "Missing Permissions"));
        scene.start();
        assertFailed(
                scene.plan("max"),
                true,
                "cannot add Premium (" + scene.premium().id() + "): Discord refuses it (50013)");
    }

    @Test
    void whoLeavesInBetweenIsNotFound() throws Exception {
        scene.on(RoleScene.GIVE).failNext(SandboxFault.error(404, 10007, "Unknown Member"));
        scene.start();
        Answer answer = scene.plan("max");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("roles_updated").asBoolean(true)).isFalse();
    }
}
