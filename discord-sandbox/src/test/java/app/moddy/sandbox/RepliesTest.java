package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.Test;

/** How the answers of a bot to its commands reach the user. */
class RepliesTest extends SlashFixture {
    @Test
    void aReplyReachesTheUserAsAnEphemeralMessage() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.in(guild).runs("/notify-test", Map.of("action", "Created"));
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.getOption("action").getAsString()).isEqualTo("created");
        assertThat(event.getUserLocale().getLocale()).isEqualTo("fr");
        assertThat(event.getMember().getRoles()).extracting("id").containsExactly(staff.id());
        var hook = event.reply("done").setEphemeral(true).complete();
        assertThat(hook.getCallbackResponse().getMessage().getContentRaw()).isEqualTo("done");
        assertThat(reply.await().content()).isEqualTo("done");
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.wasDeferred()).isFalse();
        assertThat(guild.messages(guild.channel("general"))).isEmpty();
    }

    @Test
    void aDeferredReplyIsEditedFollowedAndDeleted() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        var hook = slash.command().deferReply(true).complete();
        assertThat(reply.awaitAcknowledged().wasDeferred()).isTrue();
        hook.editOriginal("ready").complete();
        assertThat(reply.await().content()).isEqualTo("ready");
        assertThat(reply.isEphemeral()).isTrue();
        var followUp = hook.sendMessage("more").setEphemeral(true).complete();
        assertThat(reply.followUps()).extracting(SandboxMessage::content).containsExactly("more");
        hook.editMessageById(followUp.getId(), "most").complete();
        assertThat(reply.followUps()).extracting(SandboxMessage::content).containsExactly("most");
        assertThat(hook.retrieveOriginal().complete().getContentRaw()).isEqualTo("ready");
        hook.deleteMessageById(followUp.getId()).complete();
        hook.deleteOriginal().complete();
        assertThat(reply.isDeleted()).isTrue();
        assertThat(reply.followUps()).isEmpty();
    }

    @Test
    void theFirstFollowUpAfterADeferralTakesThePlaceOfTheOriginal() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command().deferReply(true).complete().sendMessage("here").complete();
        assertThat(reply.await().content()).isEqualTo("here");
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.followUps()).isEmpty();
    }

    @Test
    void aGlobalCommandRunsInDirectMessages() throws Exception {
        bot.jda().updateCommands().addCommands(Commands.slash("ping", "Pings")).complete();
        SandboxReply reply = ada.inDm().runs("/ping");
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.isFromGuild()).isFalse();
        event.reply("pong").complete();
        assertThat(reply.await().content()).isEqualTo("pong");
        assertThat(ada.awaitDirectMessage().content()).isEqualTo("pong");
    }

    @Test
    void answersUnknownInteractionAfterThreeSeconds() throws Exception {
        register(notifyTest());
        ada.runs("/notify-test", Map.of("action", "created"));
        SlashCommandInteractionEvent event = slash.command();
        discord.advance(Duration.ofMillis(3100));
        assertThat(errorOf(() -> event.reply("late").complete())).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION);
    }

    @Test
    void theTokenEndsAfterFifteenMinutes() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        var hook = slash.command().deferReply().complete();
        discord.advance(Duration.ofMinutes(14));
        hook.editOriginal("in time").complete();
        discord.advance(Duration.ofMinutes(1));
        assertThat(errorOf(() -> hook.editOriginal("late").complete())).isEqualTo(ErrorResponse.UNKNOWN_WEBHOOK);
        assertThat(reply.content()).isEqualTo("in time");
    }

    @Test
    void anInteractionIsReplayedAfterAReconnect() throws Exception {
        register(notifyTest());
        discord.gateway().refuseConnections(true);
        discord.gateway().drop();
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        discord.gateway().refuseConnections(false);
        discord.gateway().awaitConnected();
        CompletableFuture<?> answered = slash.command().reply("after all").submit();
        answered.get(10, TimeUnit.SECONDS);
        assertThat(reply.await().content()).isEqualTo("after all");
        assertThat(discord.gateway().resumes()).isEqualTo(1);
    }
}
