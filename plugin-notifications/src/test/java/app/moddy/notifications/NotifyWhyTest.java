package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Would a notification reach a user now? */
@Tag("store")
class NotifyWhyTest {
    private final Play play = new Play(MovableTime.standing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private List<String> why(SandboxUser of) {
        return StaffAtWork.lines(staff.run("notify-why", Map.of("user", of)));
    }

    @Test
    void mostLikely() {
        assertThat(why(user))
                .containsExactly(
                        "Would a notification reach <@" + user.id() + "> now?",
                        "✅ Most likely, and at once. Only when a message is sent does Discord say whether their DMs are open.",
                        "They share a server with the bot.",
                        "The bot has never opened a DM with them, so that comes first.",
                        "There never was a notification for them, or it is no longer kept.");
        String id = expect(play.backend().notify(user), 200, "delivered");
        assertThat(why(user))
                .contains("The bot has opened a DM with them before.", "The latest one:", "> `" + id + "`");
    }

    @Test
    void notWithoutASharedServer() {
        user.leaves(play.scene().guild());
        assertThat(why(user))
                .contains("They share no server with the bot.")
                .anySatisfy(line -> assertThat(line).startsWith("❌ No. They share no server with the bot"));
    }

    /** The bot looks into five of its servers. */
    @Test
    void onlyIfTheyShareOneOfManyServers() throws Exception {
        play.stop();
        for (int i = 0; i < 6; i++) {
            play.discord().guild("Another " + i);
        }
        play.start(bot -> bot);
        assertThat(why(play.discord().user("stranger")))
                .anySatisfy(line -> assertThat(line).startsWith("❔ Only if they share a server with the bot"));
    }

    @Test
    void notToABot() {
        assertThat(why(play.discord().botUser("robot").joins(play.scene().guild())))
                .contains("❌ No. That is a bot, or this bot itself.");
    }

    @Test
    void notAsADmWhenDiscordHasSaidThatTheyAreClosed() {
        user.closesDms();
        assertThat(play.backend().notify(user)).hasOutcome(200, "dm_closed");
        assertThat(why(user))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("📪 Not as a DM.")
                        .contains("<t:" + play.time().now().plusSeconds(3_600).getEpochSecond() + ":R>"));
    }

    @Test
    void notNowWhileThereIsAnAlarm() {
        play.on(OPEN).failNext(SandboxFault.error(400, 40003, "You are opening direct messages too fast"));
        assertThat(play.backend().notify(play.someone())).hasOutcome(202, "pending");
        assertThat(why(user))
                .anySatisfy(line -> assertThat(line).startsWith("🚨 DMs were opened too fast, since "))
                .contains("It would be kept, and sent as soon as that is over.");
    }

    @Test
    void withWhatIsPendingForThem() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String id = expect(play.backend().notify(user), 202, "pending");
        assertThat(why(user))
                .containsSubsequence(
                        "One is pending, the oldest first. A new one waits behind those that are due:",
                        "> `" + id + "`");
    }

    @Test
    void inFrench() {
        play.scene().ada().locale("fr");
        assertThat(why(user))
                .contains("Une notification atteindrait-elle <@" + user.id() + "> maintenant\u202F?")
                .anySatisfy(line -> assertThat(line).startsWith("✅ Très probablement, et tout de suite."));
    }
}
