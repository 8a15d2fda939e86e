package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The backlog in health. */
@Tag("store")
class BacklogDetailTest {
    private final Play play = new Play(MovableTime.flowing());
    private final Window window = new Window("window");

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private Map<String, Object> backlog() {
        return detail().values();
    }

    private PluginDetail detail() {
        try {
            PluginDetail detail = window.get(Plugins.class)
                    .details()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS)
                    .get(0);
            assertThat(detail.plugin() + "." + detail.name()).isEqualTo("notifications.backlog");
            assertThat(detail.fault()).isEmpty();
            return detail;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingWaitsAtFirst() {
        assertThat(backlog())
                .isEqualTo(Map.of("pending", 0L, "pending_known_users", 0L, "pending_new_users", 0L, "in_inbox", 0L));
        assertThat(detail().inWords(DiscordLocale.ENGLISH_US)
                        .toCompletableFuture()
                        .join())
                .isEqualTo("Nothing waits to be sent. In inboxes: 0.");
    }

    @Test
    void countsWhatWaitsAndWhereAndSaysHowOldItIs() {
        SandboxUser known = play.someone();
        assertThat(play.backend().notify(known)).hasOutcome(200, "delivered");
        SandboxUser closed = play.someone().closesDms();
        assertThat(play.backend().notify(closed)).hasOutcome(200, "dm_closed");
        Instant before = play.time().now().truncatedTo(ChronoUnit.MILLIS); // as it is kept
        play.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        assertThat(play.backend().notify(body(known, "first"))).hasOutcome(202, "pending");
        Eventually.isTrue("waits", () -> Long.valueOf(1).equals(backlog().get("pending_known_users")));
        assertThat(backlog())
                .containsEntry("pending", 1L)
                .containsEntry("pending_new_users", 0L)
                .containsEntry("in_inbox", 1L);
        assertThat((Instant) backlog().get("oldest_accepted_at"))
                .isBetween(before, play.time().now());
        Instant accepted = (Instant) Objects.requireNonNull(backlog().get("oldest_accepted_at"));
        long oldest = accepted.getEpochSecond();
        assertThat(detail().inWords(DiscordLocale.ENGLISH_US)
                        .toCompletableFuture()
                        .join())
                .isEqualTo("Waiting to be sent: **1** (to known users 1, to new ones 0); the oldest came <t:" + oldest
                        + ":R>. In inboxes: 1.");
        assertThat(detail().inWords(DiscordLocale.FRENCH).toCompletableFuture().join())
                .contains("En attente d’envoi", "<t:" + oldest + ":R>");
    }
}
