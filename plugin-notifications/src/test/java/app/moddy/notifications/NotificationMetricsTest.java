package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the metrics say of notifications. */
class NotificationMetricsTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final String ACTION = "subscription_updated";

    @RegisterExtension
    private final BotExtension bot = BotExtension.create().plugins(NotificationsPlugin::new);

    private List<String> lines() {
        return bot.backend().get("/internal/metrics").text().lines().toList();
    }

    private void awaitLines(String... lines) {
        Eventually.isTrue(String.join("; ", lines), () -> lines().containsAll(List.of(lines)));
    }

    private static String accepted(int times) {
        return "moddy_notifications_accepted_total{action=\"" + ACTION + "\"} " + times + ".0";
    }

    private static String finished(String outcome, int times) {
        return "moddy_notifications_finished_total{action=\"" + ACTION + "\",outcome=\"" + outcome + "\"} " + times
                + ".0";
    }

    @Test
    void everyOutcomeIsThereBeforeItsFirstTime() {
        assertThat(lines()).contains(accepted(0), finished("uncertain", 0), finished("erased", 0));
        assertThat(lines()).noneSatisfy(line -> assertThat(line).contains("outcome=\"pending\""));
    }

    @Test
    void countsOutcomesByActionAndHowLongItTook() {
        assertThat(bot.backend().notify(bot.bob(), ACTION)).hasOutcome("delivered");
        assertThat(bot.backend().notify(bot.bob(), ACTION)).hasOutcome("delivered");
        assertThat(bot.backend().notify(bot.member("carl").closesDms(), ACTION)).hasOutcome("dm_closed");
        awaitLines(
                accepted(3),
                finished("delivered", 2),
                finished("dm_closed", 1),
                "moddy_notifications_attempts_total{result=\"delivered\"} 2.0",
                "moddy_notifications_delivery_seconds_count 2",
                "moddy_notifications_in_inbox 1.0");
    }

    @Test
    void showsTheBacklogAndHowOldItIs() {
        assertThat(bot.backend().notify(bot.bob(), ACTION)).hasOutcome("delivered");
        assertThat(lines()).contains("moddy_notifications_oldest_pending_seconds 0.0");
        bot.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        assertThat(bot.backend().notify(bot.bob(), ACTION)).hasOutcome("pending");
        bot.advance(Duration.ofMinutes(1));
        awaitLines(
                "moddy_notifications_pending{reach=\"known\"} 1.0", "moddy_notifications_pending{reach=\"new\"} 0.0");
        assertThat(lines())
                .filteredOn(line -> line.startsWith("moddy_notifications_oldest_pending_seconds "))
                .singleElement()
                .satisfies(line -> assertThat(Double.parseDouble(line.substring(line.indexOf(' '))))
                        .isBetween(60.0, 120.0));
    }

    @Test
    void countsWhatExpiresAndWhatIsErased() {
        bot.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        assertThat(bot.backend().notify(bot.bob(), ACTION)).hasOutcome("pending");
        bot.advance(Duration.ofHours(73));
        awaitLines(finished("expired", 1));
        assertThat(bot.backend().notify(bot.bob(), ACTION)).hasOutcome("pending");
        bot.ada()
                .in(bot.guild())
                .runs("/notify-forget", Map.of("user", bot.bob()))
                .await()
                .press("Erase")
                .await();
        awaitLines(finished("erased", 1));
    }

    @Test
    void staffsTestsAreLeftOut() {
        bot.ada().in(bot.guild()).runs("/notify-test", Map.of("action", ACTION)).await();
        assertThat(bot.ada()).nextDirectMessage();
        assertThat(lines())
                .contains(accepted(0), finished("delivered", 0), "moddy_notifications_delivery_seconds_count 0");
    }
}
