package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles that can not be changed, and why. */
class RoleRefusalTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private final RoleScene scene = new RoleScene(bot);

    private static void assertFailed(Answer answer, boolean updated, String... parts) {
        assertThat(answer).hasStatus(500).hasValue("/success", false).hasValue("/roles_updated", updated);
        assertThat(answer.json().path("message").asText())
                .startsWith("Failed to update roles: ")
                .contains(parts);
    }

    @Test
    void aRoleAboveTheBotsIsNamedAndTheOthersAreGiven() {
        SandboxRole admin = bot.guild().roleAboveBot("Admin");
        scene.start();
        Answer answer = scene.change(List.of(admin.id(), scene.max().id()), List.of());
        assertFailed(answer, true, "cannot add Admin (" + admin.id() + "): role hierarchy");
        assertThat(answer.text())
                .doesNotContain("permission")
                .doesNotContain("Max")
                .doesNotContain("kept");
        assertThat(scene.changes()).as("known without asking").containsExactly("PUT Max");
    }

    @Test
    void nothingIsTakenFromWhomSomethingCouldNotBeGiven() {
        bot.bob().joins(bot.guild(), scene.basic(), scene.premium());
        scene.max().moveAboveBot();
        scene.start();
        assertFailed(
                scene.plan("max"),
                false,
                "cannot add Max (" + scene.max().id() + "): role hierarchy",
                "; kept, since not every role could be added: Basic ("
                        + scene.basic().id() + ")");
        assertThat(scene.changes()).isEmpty();
        assertThat(bot.bob().has(scene.basic())).isTrue();
    }

    @Test
    void theSameRequestDoesTheRestOnceItIsMended() {
        bot.bob().joins(bot.guild(), scene.basic());
        scene.start();
        bot.on(RoleScene.GIVE).fail(1, SandboxFault.error(403, 60003, "Two factor is required"));
        assertFailed(
                scene.plan("max"),
                true,
                "kept, since not every role could be added: Basic ("
                        + scene.basic().id() + ")");
        assertThat(scene.plan("max")).hasStatus(200);
        assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max", "PUT Premium", "DELETE Basic");
    }

    @Test
    void oneThatCanNotBeTakenDoesNotKeepTheOthersFromIt() {
        SandboxRole admin = bot.guild().roleAboveBot("Admin");
        bot.bob().joins(bot.guild(), admin, scene.basic());
        scene.start();
        Answer answer =
                scene.change(List.of(), List.of(admin.id(), scene.basic().id()));
        assertFailed(answer, true, "cannot remove Admin (" + admin.id() + "): role hierarchy");
        assertThat(answer.text()).doesNotContain("kept");
        assertThat(scene.changes()).containsExactly("DELETE Basic");
    }

    @Test
    void nothingIsUpdatedWhenEveryRoleIsRefused() {
        SandboxRole admin = bot.guild().roleAboveBot("Admin");
        bot.bob().joins(bot.guild(), admin);
        scene.start();
        assertFailed(
                scene.change(List.of(), List.of(admin.id())),
                false,
                "cannot remove Admin (" + admin.id() + "): role hierarchy");
    }

    @Test
    void theMissingPermissionIsNamedWithEachRole() {
        bot.guild().botRole().permissions(0);
        scene.start();
        assertFailed(
                scene.plan("max"),
                false,
                "Premium (" + scene.premium().id() + "): missing permission, the bot needs Manage Roles",
                "Max (" + scene.max().id() + "): missing permission");
        assertThat(scene.changes()).as("known without asking").isEmpty();
    }

    @Test
    void rolesThatNobodyCanGiveAndThoseThatAreNotThere() {
        scene.start();
        String managed = bot.guild().botRole().id();
        Answer answer = scene.change(
                List.of(
                        managed,
                        bot.guild().id(),
                        "123456789012345678",
                        scene.max().id()),
                List.of());
        assertFailed(
                answer,
                true,
                "(" + managed + "): it belongs to an integration",
                "@everyone (" + bot.guild().id() + "): it belongs to",
                "cannot add 123456789012345678: there is no such role");
        assertThat(scene.changes()).containsExactly("PUT Max");
    }

    @Test
    void whatTheBotHasNotHeardOfYetIsToldApartByAskingDiscord() {
        scene.start();
        bot.discord().gateway().refuseConnections(true);
        bot.discord().gateway().drop();
        Eventually.isTrue("gone", () -> !bot.discord().gateway().isConnected());

        scene.max().moveAboveBot();
        assertFailed(scene.plan("max"), true, "cannot add Max (" + scene.max().id() + "): role hierarchy");
        assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max");

        bot.guild().botRole().permissions(0);
        assertFailed(
                scene.change(List.of(scene.basic().id()), List.of()),
                false,
                "cannot add Basic (" + scene.basic().id() + "): missing permission");
        bot.discord().gateway().refuseConnections(false);
        bot.discord().gateway().awaitConnected();
    }

    @Test
    void aRefusalForAnotherReasonIsSaidWithDiscordsCode() {
        bot.on(RoleScene.GIVE).fail(1, SandboxFault.error(403, 60003, "Two factor is required"));
        scene.start();
        assertFailed(
                scene.plan("max"),
                true,
                "cannot add Premium (" + scene.premium().id() + "): Discord refuses it (60003)");
        assertThat(bot.bob().has(scene.max())).isTrue();
    }

    @Test
    void aRefusalThatNothingExplainsIsNotGuessedAt() {
        bot.on(RoleScene.GIVE).fail(1, SandboxFault.error(403, 50013, "Missing Permissions"));
        scene.start();
        assertFailed(
                scene.plan("max"),
                true,
                "cannot add Premium (" + scene.premium().id() + "): Discord refuses it (50013)");
    }

    @Test
    void whatWasRefusedBeforeTheBotLeftTheGuildIsSaidToo() {
        bot.on(RoleScene.GIVE).failNext(SandboxFault.error(404, 10004, "Unknown Guild"));
        scene.start();
        assertFailed(
                scene.change(List.of("123456789012345678", scene.max().id()), List.of()),
                false,
                "roles: the bot is not in the guild; cannot add 123456789012345678: there is no such role");
    }

    @Test
    void whoLeavesInBetweenIsNotFound() {
        bot.on(RoleScene.GIVE).failNext(SandboxFault.error(404, 10007, "Unknown Member"));
        scene.start();
        assertThat(scene.plan("max")).hasStatus(404).hasValue("/roles_updated", false);
    }
}
