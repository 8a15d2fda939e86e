package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The fallback channel: who takes no DMs is mentioned there, and nobody learns of what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FallbackTest {
    private static final String TEXT =
            " You have a notice, and your direct messages are closed: `/inbox` shows it to you alone.";

    private final Play play = new Play(MovableTime.flowing());
    private SandboxChannel fallback;

    @BeforeAll
    void start() throws Exception {
        fallback = play.scene().guild().channel("notices");
        play.start(bot -> bot.section("notifications", "{fallback_channel_id: '" + fallback.id() + "'}"));
        Eventually.isTrue("registered", () -> !play.discord().globalCommands().isEmpty());
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(SEND).heal();
    }

    private List<SandboxMessage> mentions() {
        return play.scene().guild().messages(fallback);
    }

    @Test
    void mentionsAMemberAndNothingElse() {
        SandboxUser user = play.someone().closesDms();
        int before = mentions().size();
        Answer answer = play.backend().notify(body(user, "planted-secret"));
        assertThat(answer).hasOutcome(200, "fallback_channel");
        assertThat(answer.json().path("inbox").asBoolean()).isTrue();
        assertThat(mentions()).hasSize(before + 1);
        SandboxMessage mention = mentions().get(before);
        assertThat(mention.content()).isEqualTo("<@" + user.id() + ">" + TEXT);
        assertThat(mention.embeds()).isEmpty();
        assertThat(mention.raw().toString()).doesNotContain("planted-secret", "subscription", "Subscription");
        assertThat(mention.raw().path("mentions"))
                .extracting(one -> one.path("id").asText())
                .containsExactly(user.id());
        assertThat(mention.raw().path("mention_everyone").asBoolean(true)).isFalse();
        assertThat(mention.raw().path("mention_roles")).isEmpty();
    }

    @Test
    void whatIsMentionedWaitsInTheInbox() {
        SandboxUser user = play.someone().closesDms();
        assertThat(play.backend().notify(body(user, "in there"))).hasOutcome(200, "fallback_channel");
        assertThat(user.in(play.scene().guild()).runs("/inbox").await().embeds())
                .singleElement()
                .satisfies(embed -> assertThat(embed.fields().get(0).value()).isEqualTo("in there"));
    }

    @Test
    void whoIsNotifiedAgainByStaffIsNotMentionedAgain() {
        SandboxUser user = play.someone().closesDms();
        String id = expect(play.backend().notify(user), 200, "fallback_channel");
        int before = mentions().size();
        new StaffAtWork(play).run("notify-retry", Map.of("ref", id));
        play.backend().awaitOutcome(id, "fallback_channel");
        assertThat(play.backend().standing(id).path("attempts").asInt()).isEqualTo(2);
        assertThat(mentions()).hasSize(before);
        assertThat(user.in(play.scene().guild()).runs("/inbox").await().embeds())
                .hasSize(1);
    }

    @Test
    void whoIsNoMemberOfItsGuildIsNotMentioned() {
        SandboxUser elsewhere = play.discord()
                .user("elsewhere")
                .joins(play.discord().guild("Another"))
                .closesDms();
        int before = mentions().size();
        Answer answer = play.backend().notify(elsewhere);
        assertThat(answer).hasOutcome(200, "dm_closed");
        assertThat(answer.json().path("inbox").asBoolean()).isTrue();
        assertThat(mentions()).hasSize(before);
    }

    @Test
    void aMentionThatFailsLeavesItInTheInbox() {
        SandboxUser user = play.someone().refusesDmChannel(); // the DM fails at its opening, the mention at the message
        play.on(SEND).failNext(SandboxFault.error(403, 50013, "Missing Permissions"));
        int before = mentions().size();
        try (LogLines log = LogLines.of(Notifier.class)) {
            Answer answer = play.backend().notify(user);
            String id = expect(answer, 200, "dm_closed");
            assertThat(answer.json().path("inbox").asBoolean()).isTrue();
            play.on(SEND).failNext(SandboxFault.error(403, 50013, "Missing Permissions"));
            assertThat(play.backend().notify(play.someone().refusesDmChannel())).hasOutcome(200, "dm_closed");
            assertThat(log.containing("Nobody can be mentioned in the fallback channel " + fallback.id() + " (50013)"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getMDCPropertyMap()).containsEntry("notification", id));
        }
        assertThat(mentions()).hasSize(before);
    }

    @Test
    void whoIsErasedMeanwhileIsNotMentioned() throws Exception {
        SandboxUser user = play.someone().refusesDmChannel();
        play.scene().guild().awaitCommand("notify-forget");
        play.on(SEND).failNext(SandboxFault.rateLimited(2, true));
        int before = mentions().size();
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        Eventually.isTrue("limited", () -> play.on(SEND).planned() == 0);
        play.scene()
                .ada()
                .in(play.scene().guild())
                .runs("/notify-forget", Map.of("user", user))
                .await()
                .press("Erase")
                .await();
        assertThat(answer.get(10, TimeUnit.SECONDS)).hasOutcome(500, "erased");
        SandboxUser other = play.someone();
        var unused = play.backend().notify(other); // is sent after the limit, as the mention would have been
        other.awaitDirectMessage();
        play.time().settle();
        assertThat(mentions()).hasSize(before);
    }

    /** Discord takes about one message a second in a channel; nobody is kept waiting for what can not be in time. */
    @Test
    void whoFindsALongLineOfMentionsIsNotMentioned() throws Exception {
        play.on(SEND).failAlways(SandboxFault.delay(Duration.ofMillis(300)));
        int before = mentions().size();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(play.backend().notifyBeside(play.someone().refusesDmChannel()));
        }
        List<String> outcomes = new ArrayList<>();
        for (CompletableFuture<Answer> answer : answers) {
            outcomes.add(answer.get(10, TimeUnit.SECONDS).json().path("outcome").asText());
        }
        assertThat(outcomes).containsOnly("dm_closed", "fallback_channel");
        int mentioned = Collections.frequency(outcomes, "fallback_channel");
        assertThat(mentioned).isBetween(20, 39);
        assertThat(mentions()).hasSize(before + mentioned);
    }

    @Test
    void aMentionWaitsForAShortRateLimit() {
        SandboxUser user = play.someone().refusesDmChannel();
        play.on(SEND).failNext(SandboxFault.rateLimited(1, true));
        int before = mentions().size();
        assertThat(play.backend().notify(user)).hasOutcome(200, "fallback_channel");
        assertThat(mentions()).hasSize(before + 1);
    }

    @Test
    void whoTakesDmsIsNotMentioned() {
        int before = mentions().size();
        assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
        assertThat(mentions()).hasSize(before);
    }

    @Test
    void withoutAFallbackChannelNobodyIs() throws Exception {
        try (Play other = Play.started()) {
            assertThat(other.backend().notify(other.someone().closesDms())).hasOutcome(200, "dm_closed");
            assertThat(other.discord().calls("GET /guilds/{guild_id}/members/{user_id}"))
                    .isEmpty();
        }
    }
}
