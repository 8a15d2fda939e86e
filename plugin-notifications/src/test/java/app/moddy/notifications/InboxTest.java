package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.StoreGate;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code /inbox}: closed DMs do not mean lost. */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final String EDIT = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    private static final String WHY =
            " · They waited here since your direct messages were closed. They are shown once.";

    private final StoreGate store = new StoreGate();
    private final Play play = new Play(MovableTime.flowing());
    private SandboxUser user;

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot.replacing(store));
        Eventually.isTrue(
                "registered",
                () -> play.discord().globalCommands().stream()
                        .anyMatch(command -> command.path("name").asText().equals("inbox")));
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @BeforeEach
    void somebody() {
        user = play.someone().closesDms();
    }

    @AfterEach
    void heal() {
        play.on(CALLBACK).heal();
        store.release();
    }

    private String left(String message) {
        return expect(play.backend().notify(body(user, message)), 200, "dm_closed");
    }

    private SandboxReply inbox() {
        return user.in(play.scene().guild()).runs("/inbox").await();
    }

    private void awaitRead(String id) {
        Eventually.isTrue(
                "read",
                () -> play.kept()
                        .value("SELECT inbox FROM notification WHERE id = " + id)
                        .equals("read"));
    }

    private static String details(SandboxEmbed embed) {
        return embed.fields().get(0).value();
    }

    @Test
    void showsWhatCouldNotBeSentToItsUserAloneOnce() {
        String id = left("first");
        left("second");
        SandboxReply reply = inbox();
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.content()).isEqualTo("**2 notices**" + WHY);
        assertThat(reply.embeds()).extracting(InboxTest::details).containsExactly("first", "second");
        assertThat(reply.embeds().get(0).title()).isEqualTo("🔄 Subscription Updated");
        assertThat(reply.embeds().get(0).footer()).isEqualTo("Ref " + id);
        awaitRead(id);
        assertThat(inbox().content()).isEqualTo("Your inbox is empty.");
        assertThat(play.backend().outcome(id)).isEqualTo("dm_closed");
        assertThat(user.directMessages()).isEmpty();
    }

    @Test
    void whatWasReadIsErasedAndWhatWaitsIsNot() {
        String id = left("planted-for-the-inbox");
        String metadata = "SELECT metadata FROM notification WHERE id = " + id;
        assertThat(play.kept().value(metadata)).contains("planted-for-the-inbox");
        inbox();
        awaitRead(id);
        assertThat(play.kept().value(metadata)).isEqualTo("null");
    }

    @Test
    void nobodySeesAnothersInbox() {
        left("not yours");
        SandboxUser other = play.someone();
        assertThat(other.in(play.scene().guild()).runs("/inbox").await().content())
                .isEqualTo("Your inbox is empty.");
        assertThat(inbox().embeds()).hasSize(1);
    }

    @Test
    void worksInTheBotsDirectMessagesToo() {
        left("here");
        SandboxReply reply = user.inDm().runs("/inbox").await();
        assertThat(reply.embeds()).extracting(InboxTest::details).containsExactly("here");
    }

    @Test
    void whatDiscordDidNotTakeStillWaits() {
        String id = left("still there");
        int calls = play.discord().calls(CALLBACK).size();
        play.on(CALLBACK).failAlways(SandboxFault.status(500));
        user.in(play.scene().guild()).runs("/inbox");
        Eventually.isTrue("failed", () -> play.discord().calls(CALLBACK).size() > calls);
        play.on(CALLBACK).heal();
        assertThat(inbox().embeds()).extracting(InboxTest::details).containsExactly("still there");
        awaitRead(id);
    }

    @Test
    void whatCouldNotBeShownSinceTheTokenHadExpiredStillWaits() {
        String id = left("still there");
        int edits = play.discord().calls(EDIT).size();
        store.hold();
        user.in(play.scene().guild()).runs("/inbox").awaitAcknowledged();
        play.discord().advance(Duration.ofMinutes(16));
        store.release();
        Eventually.isTrue("tried", () -> play.discord().calls(EDIT).size() > edits);
        assertThat(inbox().embeds()).extracting(InboxTest::details).containsExactly("still there");
        awaitRead(id);
    }

    @Test
    void whatCouldNotBeMarkedAsReadIsShownOnceMoreAndTheLogSaysWhich() {
        String id = left("twice");
        play.on(CALLBACK).failNext(SandboxFault.delay(Duration.ofMillis(700)));
        try (LogLines log = LogLines.of(Notifier.class)) {
            user.in(play.scene().guild()).runs("/inbox");
            Eventually.isTrue("under way", () -> play.on(CALLBACK).planned() == 0);
            play.kept().update("ALTER TABLE notification RENAME COLUMN inbox TO elsewhere");
            Eventually.isTrue(
                    "told",
                    () -> log.containing("could not be marked as read").stream()
                            .anyMatch(line -> id.equals(line.getMDCPropertyMap().get("notification"))));
        } finally {
            play.kept().update("ALTER TABLE notification RENAME COLUMN elsewhere TO inbox");
        }
        assertThat(inbox().embeds()).extracting(InboxTest::details).containsExactly("twice");
        awaitRead(id);
    }

    @Test
    void speaksTheCallersLanguageUnlessTheBackendWishedForAnother() {
        left("eins");
        assertThat(play.backend().notify(body(user, "two").replace("\"message\"", "\"locale\":\"en-US\",\"message\"")))
                .hasOutcome(200, "dm_closed");
        user.locale("fr");
        SandboxReply reply = inbox();
        assertThat(reply.content())
                .isEqualTo("**2 messages** · Ils attendaient ici, car vos messages privés étaient fermés."
                        + " Ils ne sont affichés qu’une fois.");
        assertThat(reply.embeds())
                .extracting(SandboxEmbed::title)
                .containsExactly("🔄 Abonnement mis à jour", "🔄 Subscription Updated");
        Eventually.isTrue("empty", () -> inbox().content().equals("Votre boîte de réception est vide."));
    }

    @Test
    void showsTenAtATimeTheOldestFirst() {
        IntStream.rangeClosed(1, 12).forEach(i -> left("no " + i));
        SandboxReply first = inbox();
        assertThat(first.content()).isEqualTo("**10 notices**" + WHY + "\n2 more: use /inbox again.");
        assertThat(first.embeds())
                .extracting(InboxTest::details)
                .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(i -> "no " + i).toList());
        awaitRead(first.embeds().get(9).footer().replace("Ref ", ""));
        assertThat(inbox().embeds()).extracting(InboxTest::details).containsExactly("no 11", "no 12");
    }

    @Test
    void andNoMoreThanOneMessageOfDiscordsTakes() {
        IntStream.rangeClosed(1, 7).forEach(i -> left("x".repeat(1_000) + i));
        SandboxReply first = inbox();
        assertThat(first.embeds()).hasSize(5);
        assertThat(first.content()).startsWith("**5 notices**").endsWith("2 more: use /inbox again.");
        awaitRead(first.embeds().get(4).footer().replace("Ref ", ""));
        assertThat(inbox().embeds()).hasSize(2);
    }
}
