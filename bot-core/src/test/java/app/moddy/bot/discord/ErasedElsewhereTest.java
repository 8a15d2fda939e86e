package app.moddy.bot.discord;

import static app.moddy.bot.discord.MessengerScene.now;
import static app.moddy.bot.discord.MessengerScene.user;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.FakeCalls.Kind;
import app.moddy.bot.store.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance erases a user while another is at work for them: of the user nothing stays there, nor comes back. */
class ErasedElsewhereTest {
    private static final Snowflake ERASED = user(1);

    @TempDir
    private Path folder;

    private MessengerScene scene;
    private final FakeCalls discord = new FakeCalls();
    private PacedMessenger other;

    @BeforeEach
    void open() throws Exception {
        scene = new MessengerScene(folder);
        other = scene.messengerOfItsOwn(discord);
        discord.traffic().answered(200, 0);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void eraseHere() {
        now(scene.messenger.forget(ERASED).thenApply(done -> true));
    }

    /** As after each heartbeat. */
    private void otherLooks() {
        other.desk().channels().look(other.desk().closed()::forgottenUpTo);
    }

    private CompletionStage<Delivery> sendThere() {
        return other.sendDirect(ERASED, MessageCreateData.fromContent("Hello"), "1");
    }

    private List<Long> kept() {
        return now(scene.prompt.read(sql -> sql.list("SELECT channel_id FROM dm_channel", row -> row.getLong(1))));
    }

    /** Holds until the database says otherwise, as an attempt's that has no lease there any more. */
    private record ErasedInTheDatabase() implements Warrant {
        @Override
        public boolean holds() {
            return true;
        }

        @Override
        public boolean holds(Sql sql) {
            return false;
        }
    }

    @Test
    void aChannelThatWasBeingOpenedForAMessageIsNotKept() {
        DirectMessage message =
                new DirectMessage(ERASED, MessageCreateData.fromContent("Hello"), "1", new ErasedInTheDatabase());
        now(other.slot(Reach.NEW).orElseThrow().send(message));
        assertThat(kept()).isEmpty();
        assertThat(now(other.reach(ERASED))).as("nor in memory").isEqualTo(Reach.NEW);
    }

    @Test
    void norForASearch() {
        now(other.slot(Reach.NEW).orElseThrow().search(ERASED, "1", Instant.EPOCH, new ErasedInTheDatabase()));
        assertThat(discord.made()).contains("OPEN " + ERASED);
        assertThat(kept()).isEmpty();
        assertThat(now(other.reach(ERASED))).isEqualTo(Reach.NEW);
    }

    @Test
    void norForAPluginThatKeepsNoQueue() {
        discord.hold();
        CompletionStage<Delivery> sending = sendThere();
        eraseHere();
        discord.release();
        assertThat(now(sending).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(kept()).isEmpty();
        assertThat(now(other.reach(ERASED))).isEqualTo(Reach.NEW);
    }

    @Test
    void aChannelInMemoryIsForgottenWithTheNextHeartbeat() {
        now(sendThere());
        assertThat(now(other.reach(ERASED))).isEqualTo(Reach.KNOWN);
        eraseHere();
        otherLooks();
        assertThat(now(other.reach(ERASED))).isEqualTo(Reach.NEW);
        scene.pass(Duration.ofSeconds(10)); // the pace allows another new DM
        now(sendThere());
        assertThat(kept()).as("who is written to again is known again").hasSize(1);
        otherLooks();
        assertThat(now(other.reach(ERASED))).isEqualTo(Reach.KNOWN);
    }

    @Test
    void soIsThatTheirDmsAreClosed() {
        discord.next(Kind.POST, 403, 50007);
        assertThat(now(sendThere()).outcome()).isEqualTo(DeliveryOutcome.DM_CLOSED);
        eraseHere();
        otherLooks();
        scene.pass(Duration.ofSeconds(10)); // the pace allows another new DM
        assertThat(now(sendThere()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
    }

    @Test
    void whatWasAskedBeforeIsNotRememberedAfterIt() {
        discord.hold();
        CompletionStage<Delivery> sending = sendThere();
        eraseHere();
        otherLooks();
        discord.next(Kind.POST, 403, 50007);
        discord.release();
        assertThat(now(sending).outcome()).isEqualTo(DeliveryOutcome.DM_CLOSED);
        assertThat(other.desk().closed().isClosed(ERASED)).isFalse();
        assertThat(now(other.reach(ERASED))).isEqualTo(Reach.NEW);
    }

    @Test
    void norHereByWhatWasUnderWayHere() {
        scene.discord.hold();
        var sending = scene.messenger.sendDirect(ERASED, MessageCreateData.fromContent("Hello"), "1");
        eraseHere();
        scene.discord.next(Kind.POST, 403, 50007);
        scene.discord.release();
        assertThat(now(sending).outcome()).isEqualTo(DeliveryOutcome.DM_CLOSED);
        assertThat(scene.messenger.desk().closed().isClosed(ERASED)).isFalse();
        assertThat(kept()).isEmpty();
    }
}
