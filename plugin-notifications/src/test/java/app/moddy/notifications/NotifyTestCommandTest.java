package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifyTestCommandTest {
    private Scene scene;
    private RunningBot bot;

    @BeforeAll
    void start() throws Exception {
        scene = Scene.open();
        bot = scene.bot().start();
        scene.guild().awaitCommand("notify-test");
    }

    @AfterAll
    void stop() {
        bot.close();
        scene.close();
    }

    private SandboxReply run(Map<String, ?> options) {
        return scene.ada().in(scene.guild()).runs("/notify-test", options).await();
    }

    private List<String> offered(String option, String typed) {
        return scene
                .ada()
                .in(scene.guild())
                .types("/notify-test", Map.of("action", "subscription_created"), option, typed)
                .stream()
                .map(SandboxChoice::value)
                .toList();
    }

    private static SandboxEmbed last(SandboxUser user) {
        return user.directMessages()
                .get(user.directMessages().size() - 1)
                .embeds()
                .get(0);
    }

    @Test
    void sendsASampleToTheCallerMarkedAsATest() {
        SandboxReply reply = run(Map.of("action", "subscription_created"));
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.content())
                .startsWith("✅ It arrived. Test of **subscription\\_created** for <@"
                        + scene.ada().id() + ">")
                .contains("HTTP 200", "success: true", "message: User notified successfully", "outcome: delivered");
        assertThat(last(scene.ada()).title()).isEqualTo("🧪 Test · 🎉 Welcome to Moddy Max!");
        assertThat(last(scene.ada()).footer()).startsWith("Test · Ref ");
    }

    @Test
    void sendsItInALanguage() {
        run(Map.of("action", "subscription_cancelled", "language", "fr"));
        assertThat(last(scene.ada()).title()).isEqualTo("🧪 Test · 😢 Abonnement résilié");
    }

    @Test
    void offersEveryActionItsSamplesAndTheLanguages() {
        assertThat(scene.ada().in(scene.guild()).types("/notify-test", Map.of(), "action", "PLAN"))
                .extracting(SandboxChoice::value)
                .containsExactly("plan_downgraded", "plan_upgraded");
        assertThat(offered("sample", "")).contains("yearly").hasSizeGreaterThan(2);
        assertThat(offered("language", "")).containsExactlyInAnyOrder("en-US", "fr");
    }

    @Test
    void everySampleThatIsOfferedArrives() {
        for (String sample : offered("sample", "")) {
            SandboxReply reply = run(Map.of("action", "subscription_created", "sample", sample));
            assertThat(reply.content()).startsWith("✅ It arrived.");
        }
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(run(Map.of("action", "nonsense")).content())
                .startsWith("There is no action “nonsense”. Known: plan\\_downgraded, ");
        assertThat(run(Map.of("action", "plan_upgraded", "sample", "x")).content())
                .startsWith("There is no sample “x”. Known: ");
        assertThat(run(Map.of("action", "plan_upgraded", "language", "de")).content())
                .isEqualTo("There is no language “de”. Known: en-US, fr");
    }

    @Test
    void toSomebodyElseOnlyAfterAConfirmation() {
        SandboxUser bob = scene.bob();
        SandboxReply question = run(Map.of("action", "plan_upgraded", "user", bob));
        assertThat(question.content())
                .isEqualTo("Send a test of **plan\\_upgraded** to <@" + bob.id() + ">? They will really get it.");
        assertThat(bob.directMessages()).isEmpty();
        SandboxReply done = question.press("Send the test").await();
        assertThat(done.content()).startsWith("✅ It arrived.");
        assertThat(done.buttons()).isEmpty();
        assertThat(bob.directMessages()).hasSize(1);
    }

    @Test
    void saysThatItIsRecordedWhenItCanNotBeSentNow() {
        scene.discord().on(Play.SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        SandboxUser eve = scene.discord().user("eve").joins(scene.guild());
        SandboxReply question = run(Map.of("action", "plan_upgraded", "user", eve));
        assertThat(question.press("Send the test").await().content())
                .startsWith("⏳ It is recorded, and will be sent as soon as that is possible.")
                .contains("HTTP 202", "outcome: pending");
        assertThat(eve.directMessages()).isEmpty();
    }

    @Test
    void showsTheOutcomeAsABackendWouldSeeIt() {
        SandboxUser dan = scene.discord().user("dan").joins(scene.guild()).closesDms();
        SandboxReply question = run(Map.of("action", "plan_upgraded", "user", dan));
        assertThat(question.press("Send the test").await().content())
                .startsWith("⚠️ Their DMs are closed; it waits in their `/inbox`.")
                .contains("HTTP 200", "success: false", "outcome: dm_closed", "inbox: true");
    }
}
