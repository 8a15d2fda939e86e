package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.coupon.CouponPlugin;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever uses any command of the bot is told, below its reply, that notices wait for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxNoteTest {
    private final Play play = new Play(MovableTime.flowing());
    private SandboxUser user;

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot.plugins(new NotificationsPlugin(), new CouponPlugin()));
        play.scene().awaitCommands("coupon", "inbox", "notify-test");
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @BeforeEach
    void somebody() {
        user = play.someone().closesDms();
    }

    private void left(SandboxUser someone) {
        assertThat(play.backend().notify(body(someone))).hasOutcome(200, "dm_closed");
    }

    private String coupon(SandboxUser someone) {
        return someone.in(play.scene().guild()).runs("/coupon").await().content();
    }

    @Test
    void belowTheReplyOfAnotherPluginsCommand() {
        left(user);
        assertThat(coupon(user)).isEqualTo("No coupon.\n\nYou have 1 notice: /inbox");
        left(user);
        assertThat(coupon(user)).isEqualTo("No coupon.\n\nYou have 2 notices: /inbox");
        user.locale("fr");
        assertThat(coupon(user)).isEqualTo("No coupon.\n\nVous avez 2 messages\u00A0: /inbox");
    }

    @Test
    void notForOthersAndNotOnceTheyAreRead() {
        left(user);
        assertThat(coupon(play.someone())).isEqualTo("No coupon.");
        SandboxReply inbox = user.in(play.scene().guild()).runs("/inbox").await();
        assertThat(inbox.content()).doesNotContain("You have");
        Eventually.isTrue("read", () -> coupon(user).equals("No coupon."));
    }

    /** Its plugin is gone: what can not be shown is not announced, and not lost. */
    @Test
    void notForWhatCanNotBeShownNow() throws Exception {
        String body =
                "{\"discord_id\":\"" + user.id() + "\",\"action\":\"coupon_granted\",\"metadata\":{\"code\":\"X\"}}";
        assertThat(play.backend().notify(body)).hasOutcome(200, "dm_closed");
        assertThat(coupon(user)).isEqualTo("No coupon.\n\nYou have 1 notice: /inbox");
        play.stop();
        play.start(bot -> bot);
        assertThat(user.in(play.scene().guild()).runs("/inbox").await().content())
                .isEqualTo("Your inbox is empty.");
        play.stop();
        play.start(bot -> bot.plugins(new NotificationsPlugin(), new CouponPlugin()));
        play.scene().awaitCommands("coupon", "inbox");
        assertThat(coupon(user)).isEqualTo("No coupon.\n\nYou have 1 notice: /inbox");
    }

    @Test
    void whatItsPluginIsTooBrokenToShowHidesNoOthersAndWaits() {
        String body =
                "{\"discord_id\":\"" + user.id() + "\",\"action\":\"coupon_granted\",\"metadata\":{\"code\":\"TEN\"}}";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            ids.add(expect(play.backend().notify(body), 200, "dm_closed"));
        }
        left(user);
        CouponPlugin.isBroken(true);
        try (LogLines log = LogLines.of(Notifier.class)) {
            SandboxReply inbox = user.in(play.scene().guild()).runs("/inbox").await();
            assertThat(inbox.embeds()).hasSize(1);
            Eventually.isTrue("read", () -> coupon(user).endsWith("You have 11 notices: /inbox"));
            assertThat(user.in(play.scene().guild()).runs("/inbox").await().content())
                    .isEqualTo("Your notices (11) cannot be shown just now. They are kept: please try again later.");
            assertThat(log.containing("The notification can not be shown in the inbox"))
                    .as("each line says which")
                    .extracting(line -> line.getMDCPropertyMap().get("notification"))
                    .containsAll(ids);
        } finally {
            CouponPlugin.isBroken(false);
        }
        assertThat(user.in(play.scene().guild()).runs("/inbox").await().embeds())
                .hasSize(10);
    }

    @Test
    void belowWhatStaffAreToldToo() {
        SandboxUser ada = play.scene().ada();
        left(ada.closesDms());
        SandboxReply reply = ada.in(play.scene().guild())
                .runs("/notify-test", Map.of("action", "plan_upgraded"))
                .await();
        assertThat(reply.content()).contains("outcome: dm_closed").endsWith("\n\nYou have 2 notices: /inbox");
    }
}
