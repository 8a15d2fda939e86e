package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.instance.Instance;
import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.store.Relay;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.RunningBot;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Of two bots on one PostgreSQL one goes; the other sends what that one had begun, long before its lease would end. */
@Execution(ExecutionMode.CONCURRENT)
class TakeOverTest {
    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final Play play = new Play(MovableTime.flowing(), Optional.of(database));
    private RunningBot goes;

    @BeforeEach
    void start() throws Exception {
        goes = play.scene()
                .bot()
                .environment("DATABASE_URL", network.url(database))
                .start();
        play.start(bot -> bot);
    }

    @AfterEach
    void stop() {
        goes.close();
        play.close();
        network.close();
    }

    private String idOf(RunningBot bot) {
        return bot.service(Instance.class).id();
    }

    private String owner(SandboxUser user) {
        return play.kept().value("SELECT COALESCE(lease_owner, '') FROM notification WHERE user_id = " + user.id());
    }

    @Test
    void whoStopsLeavesItsLeasesToTheOther() {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode: ten seconds"));
        String id = expect(new NotifyBackend(goes).notify(user), 202, "pending");
        database.execute("UPDATE notification SET lease_owner = '" + idOf(goes)
                + "', due_at = due_at + 60000, doubt_at = NULL," + " doubt_owner = NULL");
        goes.close();
        play.backend().awaitOutcome(id, "delivered");
    }

    @Test
    void whatADeadOneHadUnderWayIsTakenOverOnceItCountsAsDead() {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.hang());
        var unused = new NotifyBackend(goes).notifyBeside(user);
        Eventually.isTrue(
                "under way",
                () -> !play.discord().calls(SEND).isEmpty()
                        || play.kept()
                                        .rows("SELECT id FROM notification WHERE lease_owner = '" + idOf(goes) + "'")
                                        .size()
                                == 1);
        network.silent(true);
        Eventually.isTrue(
                "the other looks whether it has arrived",
                () -> !play.discord().calls(LOOK).isEmpty());
        assertThat(owner(user)).isNotEqualTo(idOf(goes));
    }

    /** Without its row it counts as dead, until the other has heard of it again; here it is never given the time. */
    @Test
    void whoCountsAsDeadLeavesWhatItAcceptsToTheOther() {
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(SandboxFault.hang());
        Instance dead = goes.service(Instance.class);
        String countsAsDead = "DELETE FROM instance WHERE id = '" + dead.id() + "'";
        Eventually.isTrue("it knows", () -> {
            database.execute(countsAsDead);
            return !dead.isLive();
        });
        var unused = new NotifyBackend(goes).notifyBeside(user);
        Eventually.isTrue("somebody has it", () -> {
            database.execute(countsAsDead);
            return !play.kept()
                    .rows("SELECT id FROM notification WHERE lease_owner IS NOT NULL")
                    .isEmpty();
        });
        assertThat(owner(user)).isEqualTo(idOf(play.bot()));
    }
}
