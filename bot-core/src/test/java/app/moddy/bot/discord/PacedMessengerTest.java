package app.moddy.bot.discord;

import static app.moddy.bot.discord.MessengerScene.now;
import static app.moddy.bot.discord.MessengerScene.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.discord.FakeCalls.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacedMessengerTest {
    @TempDir
    private Path folder;

    private MessengerScene scene;
    private FakeCalls discord;
    private Messenger messenger;

    @BeforeEach
    void open() throws Exception {
        scene = new MessengerScene(folder);
        discord = scene.discord;
        messenger = scene.messenger;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Slot slot(Reach reach) {
        return messenger.slot(reach).orElseThrow();
    }

    @Test
    void aKnownUserCostsOneCallAlsoAfterARestart() throws Exception {
        assertThat(now(messenger.reach(user(1)))).isEqualTo(Reach.NEW);
        assertThat(scene.send(1).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(discord.made()).containsExactly("OPEN " + user(1), "POST " + FakeCalls.channelOf(user(1)));
        assertThat(now(messenger.reach(user(1)))).isEqualTo(Reach.KNOWN);
        scene.close();
        open();
        assertThat(now(messenger.reach(user(1)))).isEqualTo(Reach.KNOWN);
        assertThat(scene.send(1).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(discord.made()).containsExactly("POST " + FakeCalls.channelOf(user(1)));
    }

    @Test
    void aChannelThatIsGoneIsOpenedOnceMore() {
        scene.knows(1);
        discord.made().clear();
        discord.next(Kind.POST, 404, 10003);
        assertThat(scene.send(1).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(discord.made()).hasSize(3).element(1).isEqualTo("OPEN " + user(1));
    }

    @Test
    void andWhenThatOneIsGoneTooTheMessageIsRefused() {
        scene.knows(1);
        discord.next(Kind.POST, 404, 10003);
        discord.next(Kind.POST, 404, 10003);
        assertThat(scene.send(1).outcome()).isEqualTo(DeliveryOutcome.REFUSED);
    }

    @Test
    void withoutANewDmLeftItIsSentLaterAsToANewUser() {
        scene.knows(1);
        for (int i = 0; i < 5; i++) {
            scene.pass(Duration.ofMillis(80));
            slot(Reach.NEW);
        }
        scene.pass(Duration.ofMillis(80));
        discord.next(Kind.POST, 404, 10003);
        Delivery delivery = scene.send(1);
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
        assertThat(delivery.retryAfter()).isPositive();
        assertThat(now(messenger.reach(user(1)))).isEqualTo(Reach.NEW);
    }

    @Test
    void whoseDmsAreClosedIsNotAskedAgainForAnHour() {
        scene.knows(1);
        discord.next(Kind.POST, 403, 50007);
        assertThat(scene.send(1)).isEqualTo(Delivery.of(DeliveryOutcome.DM_CLOSED, "50007"));
        int calls = discord.made().size();
        int room = messenger.room(Reach.KNOWN);
        assertThat(scene.send(1)).isEqualTo(Delivery.of(DeliveryOutcome.DM_CLOSED, "50007, remembered"));
        assertThat(discord.made()).hasSize(calls);
        assertThat(messenger.room(Reach.KNOWN)).isEqualTo(room);
        scene.pass(Duration.ofHours(1));
        assertThat(scene.send(1).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
    }

    @Test
    void whoIsForgottenIsNewAgain() {
        scene.knows(1);
        now(messenger.forget(user(1)).thenApply(done -> true));
        assertThat(now(messenger.reach(user(1)))).isEqualTo(Reach.NEW);
    }

    @Test
    void aSlotIsUsedOnce() {
        Slot slot = slot(Reach.KNOWN);
        slot.giveBack();
        assertThatThrownBy(slot::giveBack).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scene.sendIn(slot, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        int room = messenger.room(Reach.NEW);
        for (int i = 0; i < 100; i++) {
            slot(Reach.NEW).giveBack();
        }
        assertThat(messenger.room(Reach.NEW)).isEqualTo(room);
        for (int i = 0; i < 100; i++) {
            slot(Reach.KNOWN).giveBack();
        }
    }

    @Test
    void aSlotForANewUserWhoIsKnownMeanwhileCostsOneCall() {
        scene.knows(1);
        for (int i = 0; i < 20; i++) {
            assertThat(now(scene.sendIn(slot(Reach.NEW), 1)).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            scene.pass(Duration.ofMillis(30));
        }
        assertThat(discord.made())
                .hasSize(22)
                .filteredOn(call -> call.startsWith("OPEN"))
                .hasSize(1);
    }

    @Test
    void nothingIsSentThatMayNotGoOut() {
        AtomicBoolean holdsLease = new AtomicBoolean();
        Delivery delivery = now(slot(Reach.NEW)
                .send(new DirectMessage(user(1), MessageCreateData.fromContent("Hello"), "1", holdsLease::get)));
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
        assertThat(discord.made()).isEmpty();
    }

    @Test
    void nothingIsSentWhenItsTimeIsOver() {
        scene.knows(1);
        discord.hold();
        var sending = scene.sendIn(slot(Reach.NEW), 2);
        scene.pass(MessengerScene.LIMIT);
        discord.release();
        assertThat(now(sending).outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
        assertThat(discord.made()).last().isEqualTo("OPEN " + user(2));
    }

    @Test
    void withoutAConnectionThereIsNoRoom() {
        discord.isReady(false);
        assertThat(messenger.room(Reach.KNOWN)).isZero();
        assertThat(messenger.slot(Reach.KNOWN)).isEmpty();
        assertThat(messenger.untilRoom(Reach.KNOWN)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(scene.send(1).outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
    }

    @Test
    void theFirstLoginIsWorthWaitingForUntilSomethingGoesWrongOrItTakesTooLong() {
        discord.isReady(false);
        assertThat(messenger.timeFor(1, Reach.KNOWN)).isLessThan(Duration.ofSeconds(1));
        scene.pass(Duration.ofSeconds(5));
        assertThat(messenger.timeFor(1, Reach.KNOWN)).isGreaterThan(Duration.ofSeconds(8));
    }

    @Test
    void aFirstLoginThatFailsIsNotWorthWaitingFor() {
        discord.isReady(false);
        discord.traffic().answered(502, 0);
        assertThat(messenger.timeFor(1, Reach.KNOWN)).isGreaterThan(Duration.ofSeconds(8));
    }

    @Test
    void aLimitOfAllPausesEverything() {
        discord.traffic().limited(Traffic.Scope.EVERYTHING, Duration.ofMinutes(5));
        assertThat(messenger.room(Reach.KNOWN)).isZero();
        assertThat(messenger.untilRoom(Reach.NEW)).isEqualTo(Duration.ofMinutes(5));
        assertThat(messenger.timeFor(1, Reach.KNOWN)).isEqualTo(Duration.ofMinutes(5));
        scene.pass(Duration.ofMinutes(5));
        assertThat(messenger.room(Reach.KNOWN)).isPositive();
    }

    @Test
    void aLimitOfOpeningPausesNewDmsOnly() {
        discord.traffic().limited(Traffic.Scope.OPENING, Duration.ofSeconds(7));
        assertThat(messenger.room(Reach.NEW)).isZero();
        assertThat(messenger.room(Reach.KNOWN)).isPositive();
        assertThat(messenger.untilRoom(Reach.NEW)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whileDiscordIsDownOneAtATimeTriesItLessAndLessOften() {
        scene.knows(1);
        for (int i = 0; i < 5; i++) {
            discord.traffic().failed();
        }
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            assertThat(messenger.room(Reach.KNOWN)).isZero();
            Duration pause = Duration.ZERO;
            while (messenger.room(Reach.KNOWN) == 0) {
                scene.pass(Duration.ofMillis(500));
                pause = pause.plusMillis(500);
            }
            pauses.add(pause);
            assertThat(messenger.room(Reach.NEW)).isEqualTo(1);
            Slot probe = slot(Reach.KNOWN);
            assertThat(messenger.slot(Reach.KNOWN)).isEmpty();
            assertThat(messenger.slot(Reach.NEW)).isEmpty();
            discord.traffic().failed();
            scene.sendIn(probe, 1);
        }
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void theFirstAnswerOpensFully() {
        for (int i = 0; i < 5; i++) {
            discord.traffic().answered(503, 0);
        }
        assertThat(messenger.room(Reach.KNOWN)).isZero();
        discord.traffic().answered(200, 0);
        assertThat(messenger.room(Reach.KNOWN)).isGreaterThan(1);
    }

    @Test
    void aProbeThatIsGivenBackIsNoProbe() {
        for (int i = 0; i < 5; i++) {
            discord.traffic().failed();
        }
        scene.pass(Duration.ofSeconds(2));
        slot(Reach.KNOWN).giveBack();
        assertThat(messenger.room(Reach.KNOWN)).isEqualTo(1);
    }

    @Test
    void sixtyFourAreWithJdaAtMost() {
        scene.knows(1);
        discord.hold();
        int begun = 0;
        for (int i = 0; i < 200; i++) {
            if (messenger.slot(Reach.KNOWN).map(slot -> scene.sendIn(slot, 1)).isPresent()) {
                begun++;
            }
            scene.pass(Duration.ofMillis(100));
        }
        assertThat(begun).isEqualTo(64);
        discord.release();
        assertThat(messenger.room(Reach.KNOWN)).isPositive();
    }

    private Search search(String ref) {
        return now(slot(Reach.NEW).search(user(1), ref, Instant.EPOCH.plus(Duration.ofDays(1)), () -> true));
    }

    @Test
    void findsAMessageByTheRefInItsFooterWhateverStandsAroundIt() {
        discord.footers("Réf. 123456 · Moddy", "Ref 777");
        assertThat(search("777").outcome()).isEqualTo(Search.Outcome.FOUND);
        scene.pass(Duration.ofSeconds(1));
        assertThat(search("123456").outcome()).isEqualTo(Search.Outcome.FOUND);
        scene.pass(Duration.ofSeconds(1));
        assertThat(search("12345").outcome()).isEqualTo(Search.Outcome.NOT_FOUND);
        scene.pass(Duration.ofSeconds(1));
        assertThat(search("77").outcome()).isEqualTo(Search.Outcome.NOT_FOUND);
    }

    @Test
    void aSearchMayHaveToBePutOffOrGivenUp() {
        discord.next(Kind.LOOK, 403, 50001);
        assertThat(search("1")).isEqualTo(new Search(Search.Outcome.NEVER, "50001", Duration.ZERO));
        scene.pass(Duration.ofSeconds(1));
        discord.next(Kind.LOOK, 404, 10003);
        assertThat(search("1").outcome()).isEqualTo(Search.Outcome.NEVER);
        scene.pass(Duration.ofSeconds(1));
        discord.next(Kind.LOOK, 429, 0);
        Search later = search("1");
        assertThat(later.outcome()).isEqualTo(Search.Outcome.NOT_NOW);
        assertThat(later.retryAfter()).isPositive();
    }

    @Test
    void whereNoDmCanBeOpenedNothingCanBeLookedFor() {
        discord.next(Kind.OPEN, 400, 50007);
        assertThat(search("1").outcome()).isEqualTo(Search.Outcome.NEVER);
        assertThat(discord.made()).hasSize(1);
    }

    @Test
    void aSearchForAnErasedUserKeepsNothingOfThem() {
        AtomicBoolean erased = new AtomicBoolean();
        discord.hold();
        CompletionStage<Search> search = slot(Reach.NEW).search(user(1), "1", Instant.EPOCH, () -> !erased.get());
        erased.set(true);
        discord.release();
        now(search);
        assertThat(now(messenger.reach(user(1)))).isEqualTo(Reach.NEW);
    }

    @Test
    void fourMentionsAtATimeLeaveTheOtherPlacesToMessages() {
        discord.hold();
        List<CompletableFuture<Delivery>> begun = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String nonce = Integer.toString(i);
            begun.add(messenger
                    .mention(new Mention(user(1), user(2), "Hello", nonce, () -> true))
                    .toCompletableFuture());
            scene.pass(Duration.ofSeconds(1));
        }
        assertThat(begun.stream().filter(mention -> !mention.isDone())).hasSize(4);
        discord.release();
        assertThat(begun.stream().map(mention -> now(mention).outcome()))
                .containsOnly(DeliveryOutcome.DELIVERED, DeliveryOutcome.NOT_NOW);
        assertThat(now(messenger.mention(new Mention(user(1), user(2), "Hello", "later", () -> true)))
                        .outcome())
                .isEqualTo(DeliveryOutcome.DELIVERED);
    }

    @Test
    void aMentionNeedsRoomLikeAnyDelivery() {
        discord.next(Kind.MENTION, new DiscordCalls.Answer(Verdict.of(Verdict.Kind.USER_NOT_FOUND), "no member"));
        assertThat(now(messenger.mention(new Mention(user(1), user(2), "Hello", "1", () -> true)))
                        .outcome())
                .isEqualTo(DeliveryOutcome.USER_NOT_FOUND);
        assertThat(now(messenger.mention(new Mention(user(1), user(2), "Hello", "1", () -> true)))
                        .outcome())
                .isEqualTo(DeliveryOutcome.DELIVERED);
        discord.isReady(false);
        assertThat(now(messenger.mention(new Mention(user(1), user(2), "Hello", "1", () -> true)))
                        .outcome())
                .isEqualTo(DeliveryOutcome.NOT_NOW);
    }
}
