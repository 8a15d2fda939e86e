package app.moddy.bot.discord;

import static app.moddy.bot.discord.Talk.OPEN;
import static app.moddy.bot.discord.Talk.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discord's rate limits, and how they are not met. */
class RateLimitsTest {
    private static final int KNOWN = 60;

    private static List<SandboxUser> users(Scene scene, String name, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> scene.discord().user(name + i).joins(scene.guild()))
                .toList();
    }

    /** All of them have been written to; it may take as long as it does. */
    private static List<CompletableFuture<Delivery>> sendAll(Talk talk, List<SandboxUser> users, Reach reach) {
        return users.stream().map(user -> talk.begin(user, reach)).toList();
    }

    private static void awaitDelivered(List<CompletableFuture<Delivery>> deliveries) throws Exception {
        for (CompletableFuture<Delivery> delivery : deliveries) {
            assertThat(delivery.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    private static int mostInOneSecond(List<SandboxCall> calls) {
        int most = 0;
        Deque<Instant> second = new ArrayDeque<>();
        for (SandboxCall call : calls) {
            second.add(call.time());
            while (second.getFirst().isBefore(call.time().minusSeconds(1))) {
                second.removeFirst();
            }
            most = Math.max(most, second.size());
        }
        return most;
    }

    @Test
    void keepsThePaceSoThatDiscordNeverHasToLimitIt(@TempDir Path data) throws Exception {
        DiscordSandbox discord = DiscordSandbox.builder()
                .rateLimit(OPEN, 10_000, Duration.ofSeconds(1))
                .checkingSchema()
                .start();
        try (Scene scene = Scene.on(discord)) {
            List<SandboxUser> known = users(scene, "known", KNOWN);
            List<SandboxUser> fresh = users(scene, "fresh", 8);
            try (Talk talk = Talk.start(scene.bot().data(data).environment("MODDY_NEW_DM_PER_SECOND", "1000"))) {
                awaitDelivered(sendAll(talk, known, Reach.NEW));
            }
            try (Talk talk = Talk.start(scene.bot().data(data))) {
                Instant begin = discord.now();
                List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
                List<SandboxUser> waiting = new ArrayList<>(fresh);
                for (int round = 0; round < 3; round++) {
                    for (SandboxUser user : known) {
                        deliveries.add(talk.begin(user, Reach.KNOWN));
                        Optional<Slot> slot = talk.messenger().slot(Reach.NEW);
                        slot.ifPresent(Slot::giveBack);
                        if (slot.isPresent() && !waiting.isEmpty()) {
                            deliveries.add(talk.begin(waiting.remove(0), Reach.NEW));
                        }
                    }
                }
                awaitDelivered(deliveries);
                Duration took = Duration.between(begin, discord.now());
                assertThat(took)
                        .as("180 known users at 45 a second")
                        .isBetween(Duration.ofMillis(3_500), Duration.ofMillis(6_000));
                assertThat(fresh.size() - waiting.size())
                        .as("new ones meanwhile")
                        .isBetween(3, 5 + (int) took.toSeconds());
            }
            assertThat(discord.calls()).noneMatch(call -> call.status() == 429);
            assertThat(mostInOneSecond(discord.calls())).isLessThanOrEqualTo(50);
        }
    }

    @Test
    void aLimitOfTheWholeBotPausesItAndTheRowsWaitElsewhere() throws Exception {
        theBotPauses(SandboxFault.rateLimited(2, true));
    }

    @Test
    void soDoesABanByCloudflare() throws Exception {
        theBotPauses(SandboxFault.cloudflareBan(2));
    }

    private static void theBotPauses(SandboxFault fault) throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot())) {
            List<SandboxUser> users = users(scene, "user", 10);
            awaitDelivered(sendAll(talk, users, Reach.NEW));
            scene.discord().on(SEND).failNext(fault);
            Instant begin = Instant.now();
            Delivery limited = talk.begin(users.get(0), Reach.KNOWN).get(1, TimeUnit.SECONDS);
            assertThat(limited.outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
            assertThat(limited.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(talk.messenger().slot(Reach.KNOWN)).isEmpty();
            assertThat(talk.messenger().slot(Reach.NEW)).isEmpty();
            assertThat(talk.messenger().untilRoom(Reach.KNOWN)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2));
            awaitDelivered(sendAll(talk, users, Reach.KNOWN));
            assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void whatStillWaitsInJdaIsPutOffWhenTheWholeBotIsLimitedAndDoesNotGoOutLater() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot().environment("MODDY_NEW_DM_PER_SECOND", "10"))) {
            talk.send(scene.bob());
            List<SandboxUser> fresh = users(scene, "fresh", 3);
            scene.discord().on(OPEN).failNext(SandboxFault.delay(Duration.ofSeconds(3)));
            CompletableFuture<Delivery> onTheWire = talk.begin(fresh.get(0), Reach.NEW);
            Eventually.isTrue("it is there", () -> scene.discord().on(OPEN).planned() == 0);
            CompletableFuture<Delivery> behindIt = talk.begin(fresh.get(1), Reach.NEW);
            scene.discord().on(SEND).failNext(SandboxFault.rateLimited(4, true));
            CompletableFuture<Delivery> limited = talk.begin(scene.bob(), Reach.KNOWN);
            assertThat(limited.get(2, TimeUnit.SECONDS)).isEqualTo(Delivery.notNow("HTTP 429", Duration.ofSeconds(4)));
            assertPutOff(behindIt, Duration.ofSeconds(4));
            assertThat(onTheWire).isNotDone();
            assertThat(talk.begin(fresh.get(2), Reach.NEW)
                            .get(10, TimeUnit.SECONDS)
                            .outcome())
                    .as("it comes behind that one in JDA, and when the limit is over")
                    .isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(scene.discord().calls(OPEN))
                    .noneMatch(
                            call -> call.json().toString().contains(fresh.get(1).id()));
            assertThat(fresh.get(1).directMessages()).isEmpty();
        }
    }

    private static void assertPutOff(CompletableFuture<Delivery> delivery, Duration atMost) throws Exception {
        Delivery later = delivery.get(2, TimeUnit.SECONDS);
        assertThat(later.outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
        assertThat(later.code()).isEqualTo("HTTP 429");
        assertThat(later.retryAfter()).isBetween(atMost.minusSeconds(2), atMost);
    }

    /** It was let in before: JDA would keep it until the limit is over. */
    @Test
    void whatReachesJdaAfterTheLimitBeganIsPutOffToo() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot())) {
            talk.send(scene.bob());
            SandboxUser fresh = scene.discord().user("fresh").joins(scene.guild());
            Slot known = talk.awaitSlot(Reach.KNOWN);
            Slot unknown = talk.awaitSlot(Reach.NEW);
            scene.discord().on(SEND).failNext(SandboxFault.rateLimited(4, true));
            assertPutOff(talk.begin(scene.bob(), Reach.KNOWN), Duration.ofSeconds(4));
            assertPutOff(talk.beginIn(known, scene.bob()), Duration.ofSeconds(4));
            assertPutOff(talk.beginIn(unknown, fresh), Duration.ofSeconds(4));
            int sent = scene.discord().calls(SEND).size();
            int opened = scene.discord().calls(OPEN).size();
            assertThat(talk.begin(scene.bob(), Reach.KNOWN)
                            .get(10, TimeUnit.SECONDS)
                            .outcome())
                    .isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(scene.discord().calls(SEND)).as("none but this one").hasSize(sent + 1);
            assertThat(scene.discord().calls(OPEN)).hasSize(opened);
            assertThat(scene.bob().directMessages()).hasSize(2);
        }
    }

    @Test
    void aLongLimitOfOneChannelPutsOffWhatIsBehindItThere() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot())) {
            talk.send(scene.bob());
            scene.discord().on(SEND).failNext(SandboxFault.rateLimited(20));
            CompletableFuture<Delivery> limited = talk.begin(scene.bob(), Reach.KNOWN);
            CompletableFuture<Delivery> behindIt = talk.begin(scene.bob(), Reach.KNOWN);
            assertPutOff(limited, Duration.ofSeconds(20));
            assertPutOff(behindIt, Duration.ofSeconds(20));
            assertThat(talk.send(scene.ada()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    @Test
    void aLimitOfOpeningHoldsUpNewUsersOnly() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot())) {
            talk.send(scene.bob());
            List<SandboxUser> fresh = users(scene, "fresh", 2);
            scene.discord().on(OPEN).failNext(SandboxFault.rateLimited(6));
            Delivery limited = talk.begin(fresh.get(0), Reach.NEW).get(2, TimeUnit.SECONDS);
            assertThat(limited.outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
            assertThat(talk.messenger().room(Reach.NEW)).isZero();
            assertThat(talk.messenger().timeFor(1, Reach.NEW)).isGreaterThan(Duration.ofSeconds(5));
            assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    @Test
    void aShortLimitOfOneChannelIsWaitedOutAndALongOneIsNot() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot())) {
            talk.send(scene.bob());
            scene.discord().on(SEND).failNext(SandboxFault.rateLimited(1));
            assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            scene.discord().on(SEND).failNext(SandboxFault.rateLimited(20));
            CompletableFuture<Delivery> limited = talk.begin(scene.bob(), Reach.KNOWN);
            assertThat(limited.get(2, TimeUnit.SECONDS)).isEqualTo(Delivery.notNow("HTTP 429", Duration.ofSeconds(20)));
            assertThat(scene.bob().directMessages()).hasSize(2);
        }
    }

    @Test
    void whatHangsHoldsUpNobodyElseButWhoWouldBeTheSixtyFifth() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot().replacing(Timings.sendLimit(Duration.ofSeconds(3))))) {
            List<SandboxUser> users = users(scene, "user", 70);
            awaitDelivered(sendAll(talk, users, Reach.NEW));
            scene.discord().on(SEND).failAlways(SandboxFault.hang());
            List<CompletableFuture<Delivery>> hanging = new ArrayList<>();
            for (SandboxUser user : users.subList(0, 64)) {
                hanging.add(talk.begin(user, Reach.KNOWN));
            }
            assertThat(talk.messenger().slot(Reach.KNOWN)).isEmpty();
            Eventually.isTrue("all are given up", () -> hanging.stream().allMatch(CompletableFuture::isDone));
            for (CompletableFuture<Delivery> delivery : hanging) {
                assertThat(delivery.get(1, TimeUnit.SECONDS).outcome()).isEqualTo(DeliveryOutcome.UNCERTAIN);
            }
            assertThat(talk.messenger().room(Reach.KNOWN)).isPositive();
        }
    }
}
