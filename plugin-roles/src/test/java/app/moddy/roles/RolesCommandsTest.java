package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.ReplyAssert;
import app.moddy.sandbox.SandboxAuditEntry;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxRole;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /roles-sync} and {@code /roles-check}. */
class RolesCommandsTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private final RoleScene scene = new RoleScene(bot);
    private final SandboxChannel audit = bot.guild().channel("audit");
    private final SandboxUser ada = bot.ada();
    private final SandboxUser bob = bot.bob();

    private void start() {
        bot.environment("MODDY_AUDIT_CHANNEL", audit.id());
        scene.start();
    }

    private ReplyAssert sync(String plan) {
        return assertThat(ada.in(bot.guild()).runs("/roles-sync", Map.of("user", bob, "plan", plan)))
                .isEphemeral();
    }

    private ReplyAssert check() {
        return assertThat(ada.in(bot.guild()).runs("/roles-check", Map.of("user", bob)))
                .isEphemeral();
    }

    private static String mention(SandboxRole role) {
        return "<@&" + role.id() + ">";
    }

    private List<String> audited() {
        return bot.guild().messages(audit).stream().map(SandboxMessage::content).toList();
    }

    @Test
    void syncGivesAndTakesAndIsAudited() {
        bob.joins(bot.guild(), scene.basic(), scene.premium());
        start();
        sync("max")
                .hasLines(
                        "Roles of <@" + bob.id() + "> for **max**:",
                        "➕ " + mention(scene.max()),
                        "➖ " + mention(scene.basic()));
        assertThat(scene.changes()).containsExactly("PUT Max", "DELETE Basic");
        assertThat(bot.guild().auditLog())
                .extracting(SandboxAuditEntry::reason)
                .containsOnly("/roles-sync by " + ada.id() + ", plan: max");
        Eventually.isTrue("audited", () -> audited().size() == 1);
        assertThat(audited())
                .containsExactly(
                        "<@" + ada.id() + "> · `/roles-sync` · set a member's roles to plan max: 1 given, 1 taken");

        sync("max").hasLines("<@" + bob.id() + "> has the roles of **max** already. Nothing was changed.");
        sync("free").contains("➖ " + mention(scene.max())).contains("➖ " + mention(scene.premium()));
        Eventually.isTrue("audited", () -> audited().size() > 1);
        assertThat(audited()).as("where something was changed").hasSize(2);
    }

    @Test
    void syncSaysRoleByRoleWhatFailed() {
        scene.max().moveAboveBot();
        start();
        sync("max")
                .hasLines(
                        "Roles of <@" + bob.id() + "> for **max**:",
                        "➕ " + mention(scene.premium()),
                        "❌ " + mention(scene.max())
                                + ": the bot’s highest role must be above it; move it up in the server’s settings");
    }

    @Test
    void syncSaysWhatIsKeptSinceSomethingCouldNotBeGiven() {
        bob.joins(bot.guild(), scene.basic(), scene.premium());
        scene.max().moveAboveBot();
        start();
        sync("max").contains("⏸️ " + mention(scene.basic()) + ": kept, since not every role could be given");
        ada.locale("fr");
        sync("max")
                .contains("⏸️ " + mention(scene.basic())
                        + "\u00A0: conservé, car tous les rôles n’ont pas pu être donnés");
    }

    @Test
    void syncSaysWhatHasBeenDoneWhenDiscordBreaksOff() {
        start();
        bot.on(RoleScene.GIVE).failNext(SandboxFault.status(500));
        sync("max").hasLines("❌ Discord cannot be reached or limits the bot. Repeat it in a moment; that is harmless.");
        bob.joins(bot.guild(), scene.premium(), scene.basic());
        bot.on(RoleScene.TAKE).failNext(SandboxFault.status(500));
        sync("max")
                .hasLines(
                        "Roles of <@" + bob.id() + "> for **max**:",
                        "➕ " + mention(scene.max()),
                        "❌ Discord cannot be reached or limits the bot. Repeat it in a moment; that is harmless.");
    }

    @Test
    void syncOffersThePlansAndRefusesOthers() {
        start();
        assertThat(ada.in(bot.guild()).types("/roles-sync", Map.of("user", bob), "plan", "ma"))
                .containsExactly(new SandboxChoice("max", "max"));
        sync("maxx").hasLines("No such plan has roles. There are: free, basic, max.");
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void checkSaysWhichPlanItIsAndWhatStandsInTheWay() {
        scene.basic().moveAboveBot();
        bob.joins(bot.guild(), scene.max(), scene.premium());
        start();
        try (LogLines log = LogLines.of("app.moddy.bot.command.StoredAuditLog")) {
            check().hasLines(
                            "<@" + bob.id() + "> has the roles of **max**.",
                            "✅ " + mention(scene.premium()) + " · basic, max",
                            "▫️ " + mention(scene.basic()) + " · basic",
                            "⚠️ the bot’s highest role must be above it; move it up in the server’s settings",
                            "✅ " + mention(scene.max()) + " · max");
            assertThat(log.containing(ada.id() + " used /roles-check: looked at the roles, user " + bob.id()))
                    .hasSize(1);
        }
        assertThat(scene.changes()).isEmpty();
        assertThat(audited()).as("the channel is for what was done").isEmpty();
    }

    @Test
    void checkOfAMixture() {
        bob.joins(bot.guild(), scene.max());
        start();
        check().contains("<@" + bob.id() + "> does not have the roles of exactly one plan.");
    }

    @Test
    void withoutPlansBothSayWhoMustSetThem() {
        scene.start("plans: {}");
        String answer = "No plan has roles: an operator must set `plugins.roles.plans`.";
        check().hasLines(answer);
        sync("max").hasLines(answer);
    }

    @Test
    void whoIsNoMember() {
        start();
        bob.leaves(bot.guild());
        check().hasLines("❌ They are not a member of the server.");
        sync("max").hasLines("❌ They are not a member of the server.");
    }

    @Test
    void onlyForStaff() {
        start();
        assertThat(bob.runs("/roles-sync", Map.of("user", bob, "plan", "max"))).refuses();
        assertThat(bob.runs("/roles-check", Map.of("user", bob))).refuses();
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void severalGuildsNeedASetting() {
        bot.discord().guild("Another one");
        start();
        String why =
                "The bot is in several servers, and does not know in which one roles are meant. An operator must set"
                        + " `plugins.roles.guild_id`.";
        sync("max").hasLines(why);
        check().hasLines(why);
    }

    @Test
    void inFrench() {
        ada.locale("fr");
        bob.joins(bot.guild(), scene.basic());
        start();
        sync("max")
                .hasLines(
                        "Rôles de <@" + bob.id() + "> pour **max**\u00A0:",
                        "➕ " + mention(scene.premium()),
                        "➕ " + mention(scene.max()),
                        "➖ " + mention(scene.basic()));
        check().contains("<@" + bob.id() + "> a les rôles de **max**.");
    }
}
