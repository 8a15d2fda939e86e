package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
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

    private List<SandboxMessage> mentions() {
        return play.scene().guild().messages(fallback);
    }

    @Test
    void mentionsAMemberAndNothingElse() {
        SandboxUser user = play.someone().closesDms();
        int before = mentions().size();
        Answer answer = play.backend().notify(body(user, "planted-secret"));
        expect(answer, 200, "fallback_channel");
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
        expect(play.backend().notify(body(user, "in there")), 200, "fallback_channel");
        assertThat(user.in(play.scene().guild()).runs("/inbox").await().embeds())
                .singleElement()
                .satisfies(embed -> assertThat(embed.fields().get(0).value()).isEqualTo("in there"));
    }

    @Test
    void whoIsNoMemberOfItsGuildIsNotMentioned() {
        SandboxUser elsewhere = play.discord()
                .user("elsewhere")
                .joins(play.discord().guild("Another"))
                .closesDms();
        int before = mentions().size();
        Answer answer = play.backend().notify(elsewhere);
        expect(answer, 200, "dm_closed");
        assertThat(answer.json().path("inbox").asBoolean()).isTrue();
        assertThat(mentions()).hasSize(before);
    }

    @Test
    void aMentionThatFailsLeavesItInTheInbox() {
        SandboxUser user = play.someone().refusesDmChannel(); // the DM fails at its opening, the mention at the message
        play.on(SEND).failNext(SandboxFault.error(403, 50013, "Missing Permissions"));
        int before = mentions().size();
        Answer answer = play.backend().notify(user);
        play.on(SEND).heal();
        expect(answer, 200, "dm_closed");
        assertThat(answer.json().path("inbox").asBoolean()).isTrue();
        assertThat(mentions()).hasSize(before);
    }

    @Test
    void whoTakesDmsIsNotMentioned() {
        int before = mentions().size();
        expect(play.backend().notify(play.someone()), 200, "delivered");
        assertThat(mentions()).hasSize(before);
    }

    @Test
    void withoutAFallbackChannelNobodyIs() throws Exception {
        try (Play other = Play.started()) {
            expect(other.backend().notify(other.someone().closesDms()), 200, "dm_closed");
            assertThat(other.discord().calls("GET /guilds/{guild_id}/members/{user_id}"))
                    .isEmpty();
        }
    }
}
