package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxAuditEntry;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxRole;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /roles-sync} and {@code /roles-check}. */
class RolesCommandsTest {
    private final RoleScene scene = new RoleScene();
    private final SandboxChannel audit = scene.guild().channel("audit");
    private final SandboxUser ada = scene.scene().ada();
    private final SandboxUser bob = scene.bob();

    @AfterEach
    void close() {
        scene.close();
    }

    private void start() throws Exception {
        scene.start("plans: {" + scene.plans() + "}", Map.of("MODDY_AUDIT_CHANNEL", audit.id()));
        scene.scene().awaitCommands("roles-sync", "roles-check");
    }

    private List<String> runs(SandboxUser user, String command, Map<String, ?> options) {
        SandboxReply reply = user.in(scene.guild()).runs(command, options).await();
        assertThat(reply.isEphemeral()).isTrue();
        String embeds = String.join(
                "\n", reply.embeds().stream().map(SandboxEmbed::description).toList());
        return (reply.content() + "\n" + embeds)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> sync(String plan) {
        return runs(ada, "/roles-sync", Map.of("user", bob, "plan", plan));
    }

    private List<String> check() {
        return runs(ada, "/roles-check", Map.of("user", bob));
    }

    private static String mention(SandboxRole role) {
        return "<@&" + role.id() + ">";
    }

    private List<String> audited() {
        return scene.guild().messages(audit).stream()
                .map(SandboxMessage::content)
                .toList();
    }

    @Test
    void syncGivesAndTakesAndIsAudited() throws Exception {
        bob.joins(scene.guild(), scene.basic(), scene.premium());
        start();
        assertThat(sync("max"))
                .containsExactly(
                        "Roles of <@" + bob.id() + "> for **max**:",
                        "➕ " + mention(scene.max()),
                        "➖ " + mention(scene.basic()));
        assertThat(scene.changes()).containsExactly("PUT Max", "DELETE Basic");
        assertThat(scene.auditLog())
                .extracting(SandboxAuditEntry::reason)
                .containsOnly("/roles-sync by " + ada.id() + ", plan: max");
        Eventually.isTrue("audited", () -> audited().size() == 1);
        assertThat(audited())
                .containsExactly(
                        "<@" + ada.id() + "> · `/roles-sync` · set a member's roles to plan max: 1 given, 1 taken");

        assertThat(sync("max"))
                .containsExactly("<@" + bob.id() + "> has the roles of **max** already. Nothing was changed.");
        assertThat(sync("free")).hasSize(3);
        Eventually.isTrue("audited", () -> audited().size() > 1);
        assertThat(audited()).as("where something was changed").hasSize(2);
    }

    @Test
    void syncSaysRoleByRoleWhatFailed() throws Exception {
        scene.max().moveAboveBot();
        start();
        assertThat(sync("max"))
                .containsExactly(
                        "Roles of <@" + bob.id() + "> for **max**:",
                        "➕ " + mention(scene.premium()),
                        "❌ " + mention(scene.max())
                                + ": the bot’s highest role must be above it; move it up in the server’s settings");
    }

    @Test
    void syncSaysWhatHasBeenDoneWhenDiscordBreaksOff() throws Exception {
        start();
        scene.on(RoleScene.GIVE).failNext(SandboxFault.status(500));
        assertThat(sync("max"))
                .containsExactly(
                        "❌ Discord cannot be reached or limits the bot. Repeat it in a moment; that is harmless.");
        bob.joins(scene.guild(), scene.premium(), scene.basic());
        scene.on(RoleScene.TAKE).failNext(SandboxFault.status(500));
        assertThat(sync("max"))
                .containsExactly(
                        "Roles of <@" + bob.id() + "> for **max**:",
                        "➕ " + mention(scene.max()),
                        "❌ Discord cannot be reached or limits the bot. Repeat it in a moment; that is harmless.");
    }

    @Test
    void syncOffersThePlansAndRefusesOthers() throws Exception {
        start();
        assertThat(ada.in(scene.guild()).types("/roles-sync", Map.of("user", bob), "plan", "ma"))
                .containsExactly(new SandboxChoice("max", "max"));
        assertThat(sync("maxx")).containsExactly("No such plan has roles. There are: free, basic, max.");
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void checkSaysWhichPlanItIsAndWhatStandsInTheWay() throws Exception {
        scene.basic().moveAboveBot();
        bob.joins(scene.guild(), scene.max(), scene.premium());
        start();
        assertThat(check())
                .containsExactly(
                        "<@" + bob.id() + "> has the roles of **max**.",
                        "✅ " + mention(scene.premium()) + " · basic, max",
                        "▫️ " + mention(scene.basic()) + " · basic",
                        "⚠️ the bot’s highest role must be above it; move it up in the server’s settings",
                        "✅ " + mention(scene.max()) + " · max");
        assertThat(scene.changes()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void checkOfAMixture() throws Exception {
        bob.joins(scene.guild(), scene.max());
        start();
        assertThat(check()).startsWith("<@" + bob.id() + "> does not have the roles of exactly one plan.");
    }

    @Test
    void whoIsNoMember() throws Exception {
        start();
        bob.leaves(scene.guild());
        assertThat(check()).containsExactly("❌ They are not a member of the server.");
        assertThat(sync("max")).containsExactly("❌ They are not a member of the server.");
    }

    @Test
    void onlyForStaff() throws Exception {
        start();
        assertThat(runs(bob, "/roles-sync", Map.of("user", bob, "plan", "max")))
                .containsExactly("This command is not for you here.");
        assertThat(runs(bob, "/roles-check", Map.of("user", bob))).containsExactly("This command is not for you here.");
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void severalGuildsNeedASetting() throws Exception {
        scene.discord().guild("Another one");
        start();
        String why =
                "The bot is in several servers, and does not know in which one roles are meant. An operator must set"
                        + " `plugins.roles.guild_id`.";
        assertThat(sync("max")).containsExactly(why);
        assertThat(check()).containsExactly(why);
    }

    @Test
    void inFrench() throws Exception {
        ada.locale("fr");
        bob.joins(scene.guild(), scene.basic());
        start();
        assertThat(sync("max"))
                .containsExactly(
                        "Rôles de <@" + bob.id() + "> pour **max**\u00A0:",
                        "➕ " + mention(scene.premium()),
                        "➕ " + mention(scene.max()),
                        "➖ " + mention(scene.basic()));
        assertThat(check()).startsWith("<@" + bob.id() + "> a les rôles de **max**.");
    }
}
