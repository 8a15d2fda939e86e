package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxAuditEntry;
import app.moddy.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code POST /internal/roles/update} when all goes well, and when there is nobody. */
class RoleUpdateTest {
    private final RoleScene scene = new RoleScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givesThePlansRolesThenTakesThoseOfTheOtherPlans() throws Exception {
        scene.bob()
                .joins(
                        scene.guild(),
                        scene.basic(),
                        scene.premium(),
                        scene.scene().staff());
        scene.start();
        Answer answer = scene.plan("max");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"success\":true,\"message\":\"Roles updated successfully\",\"roles_updated\":true,\"guild_id\":\"%s\"}"
                                .formatted(scene.guild().id()));
        assertThat(scene.changes()).containsExactly("PUT Max", "DELETE Basic");
        assertThat(scene.bob().has(scene.max())).isTrue();
        assertThat(scene.bob().has(scene.premium())).isTrue();
        assertThat(scene.bob().has(scene.basic())).isFalse();
        assertThat(scene.bob().has(scene.scene().staff())).as("no plan's role").isTrue();
        assertThat(scene.auditLog())
                .containsExactly(
                        new SandboxAuditEntry(scene.bob().id(), scene.max().id(), true, "Plan: max"),
                        new SandboxAuditEntry(scene.bob().id(), scene.basic().id(), false, "Plan: max"));
    }

    @Test
    void aPlanWithoutRolesTakesThoseOfAllOthers() throws Exception {
        scene.bob().joins(scene.guild(), scene.basic(), scene.premium());
        scene.start();
        assertThat(scene.plan("free").status()).isEqualTo(200);
        assertThat(scene.changes()).containsExactlyInAnyOrder("DELETE Basic", "DELETE Premium");
    }

    @Test
    void callsNothingWhenNothingDiffers() throws Exception {
        scene.bob().joins(scene.guild(), scene.max(), scene.premium());
        scene.start();
        Answer answer = scene.plan("max");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("roles_updated").asBoolean()).isTrue();
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void explicitListsCountInsteadOfThePlan() throws Exception {
        scene.bob().joins(scene.guild(), scene.basic());
        scene.start();
        Answer answer = scene.change(
                List.of(scene.premium().id()),
                List.of(scene.basic().id(), scene.max().id()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(scene.changes()).containsExactly("PUT Premium", "DELETE Basic");
    }

    @Test
    void oneListIsEnoughAndNullIsNone() throws Exception {
        scene.start();
        String user = scene.bob().id();
        assertThat(scene.post("{\"discord_id\":\"%s\",\"plan\":\"any\",\"add_roles\":[\"%s\"],\"remove_roles\":null}"
                                .formatted(user, scene.max().id()))
                        .status())
                .isEqualTo(200);
        assertThat(scene.post("{\"discord_id\":\"%s\",\"plan\":\"any\",\"remove_roles\":[\"%s\"]}"
                                .formatted(user, scene.max().id()))
                        .status())
                .isEqualTo(200);
        assertThat(scene.changes()).containsExactly("PUT Max", "DELETE Max");
        assertThat(scene.post("{\"discord_id\":\"%s\",\"plan\":\"max\",\"add_roles\":null,\"remove_roles\":null}"
                                .formatted(user))
                        .status())
                .isEqualTo(200);
        assertThat(scene.bob().has(scene.premium())).as("the plan's").isTrue();
    }

    @Test
    void whoIsNoMemberIsNotFound() throws Exception {
        scene.start();
        String stranger = scene.discord().user("stranger").id();
        for (String id : List.of(stranger, "123456789012345678")) {
            Answer answer = scene.post("{\"discord_id\":\"%s\",\"plan\":\"max\"}".formatted(id));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .startsWith(
                            "{\"success\":false,\"message\":\"User not found in Discord server\",\"roles_updated\":false");
        }
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void theLaterOfTwoRequestsForOneUserIsWhatRemains() throws Exception {
        scene.start();
        scene.on(RoleScene.MEMBER).failNext(SandboxFault.delay(Duration.ofSeconds(1)));
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> scene.plan("max"));
        Eventually.isTrue(
                "the first is at Discord", () -> scene.on(RoleScene.MEMBER).planned() == 0);
        assertThat(scene.plan("basic").status()).isEqualTo(200);
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(scene.bob().has(scene.basic())).isTrue();
        assertThat(scene.bob().has(scene.max())).isFalse();
        assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max", "PUT Basic", "DELETE Max");
    }
}
