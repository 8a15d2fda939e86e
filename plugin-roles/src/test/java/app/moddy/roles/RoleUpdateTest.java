package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxAuditEntry;
import app.moddy.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code POST /internal/roles/update} when all goes well, and when there is nobody. */
class RoleUpdateTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private final RoleScene scene = new RoleScene(bot);

    @Test
    void givesThePlansRolesThenTakesThoseOfTheOtherPlans() {
        bot.bob().joins(bot.guild(), scene.basic(), scene.premium(), bot.staff());
        scene.start();
        assertThat(scene.plan("max"))
                .hasStatus(200)
                .hasValue(
                        "",
                        Map.of(
                                "success",
                                true,
                                "message",
                                "Roles updated successfully",
                                "roles_updated",
                                true,
                                "guild_id",
                                bot.guild().id()));
        assertThat(scene.changes()).containsExactly("PUT Max", "DELETE Basic");
        assertThat(bot.bob().has(scene.max())).isTrue();
        assertThat(bot.bob().has(scene.premium())).isTrue();
        assertThat(bot.bob().has(scene.basic())).isFalse();
        assertThat(bot.bob().has(bot.staff())).as("no plan's role").isTrue();
        assertThat(bot.guild().auditLog())
                .containsExactly(
                        new SandboxAuditEntry(bot.bob().id(), scene.max().id(), true, "Plan: max"),
                        new SandboxAuditEntry(bot.bob().id(), scene.basic().id(), false, "Plan: max"));
    }

    @Test
    void aPlanWithoutRolesTakesThoseOfAllOthers() {
        bot.bob().joins(bot.guild(), scene.basic(), scene.premium());
        scene.start();
        assertThat(scene.plan("free")).hasStatus(200);
        assertThat(scene.changes()).containsExactlyInAnyOrder("DELETE Basic", "DELETE Premium");
    }

    @Test
    void callsNothingWhenNothingDiffers() {
        bot.bob().joins(bot.guild(), scene.max(), scene.premium());
        scene.start();
        assertThat(scene.plan("max")).hasStatus(200).hasValue("/roles_updated", true);
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void explicitListsCountInsteadOfThePlan() {
        bot.bob().joins(bot.guild(), scene.basic());
        scene.start();
        Answer answer = scene.change(
                List.of(scene.premium().id()),
                List.of(scene.basic().id(), scene.max().id()));
        assertThat(answer).hasStatus(200);
        assertThat(scene.changes()).containsExactly("PUT Premium", "DELETE Basic");
    }

    @Test
    void oneListIsEnoughAndNullIsNone() {
        scene.start();
        String user = bot.bob().id();
        assertThat(scene.post("{\"discord_id\":\"%s\",\"plan\":\"any\",\"add_roles\":[\"%s\"],\"remove_roles\":null}"
                        .formatted(user, scene.max().id())))
                .hasStatus(200);
        assertThat(scene.post("{\"discord_id\":\"%s\",\"plan\":\"any\",\"remove_roles\":[\"%s\"]}"
                        .formatted(user, scene.max().id())))
                .hasStatus(200);
        assertThat(scene.changes()).containsExactly("PUT Max", "DELETE Max");
        assertThat(scene.post("{\"discord_id\":\"%s\",\"plan\":\"max\",\"add_roles\":null,\"remove_roles\":null}"
                        .formatted(user)))
                .hasStatus(200);
        assertThat(bot.bob().has(scene.premium())).as("the plan's").isTrue();
    }

    @Test
    void whoIsNoMemberIsNotFound() {
        scene.start();
        String stranger = bot.discord().user("stranger").id();
        for (String id : List.of(stranger, "123456789012345678")) {
            Answer answer = scene.post("{\"discord_id\":\"%s\",\"plan\":\"max\"}".formatted(id));
            assertThat(answer)
                    .hasStatus(404)
                    .hasValue("/success", false)
                    .hasValue("/message", "User not found in Discord server")
                    .hasValue("/roles_updated", false);
        }
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void theLaterOfTwoRequestsForOneUserIsWhatRemains() throws Exception {
        scene.start();
        bot.on(RoleScene.MEMBER).failNext(SandboxFault.delay(Duration.ofSeconds(1)));
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> scene.plan("max"));
        Eventually.isTrue(
                "the first is at Discord", () -> bot.on(RoleScene.MEMBER).planned() == 0);
        assertThat(scene.plan("basic")).hasStatus(200);
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(bot.bob().has(scene.basic())).isTrue();
        assertThat(bot.bob().has(scene.max())).isFalse();
        assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max", "PUT Basic", "DELETE Max");
    }
}
