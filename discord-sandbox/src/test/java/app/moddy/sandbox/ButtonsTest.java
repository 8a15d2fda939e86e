package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import org.junit.jupiter.api.Test;

/** What becomes of the buttons of a bot. */
class ButtonsTest extends SlashFixture {
    @Test
    void aButtonUpdatesTheMessageItIsOn() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command()
                .reply("preview")
                .setEphemeral(true)
                .addComponents(ActionRow.of(Button.primary("send", "Send"), Button.link("https://example.com", "More")))
                .complete();
        SandboxReply pressed = reply.await().press("Send");
        ButtonInteractionEvent event = slash.button();
        assertThat(event.getComponentId()).isEqualTo("send");
        assertThat(event.getMessage().getContentRaw()).isEqualTo("preview");
        event.editMessage("sent").setComponents().complete();
        assertThat(pressed.await().content()).isEqualTo("sent");
        assertThat(pressed.buttons()).isEmpty();
        assertThat(pressed.isEphemeral()).isTrue();
        assertThatThrownBy(() -> reply.press("Send")).hasMessageContaining("No button Send");
    }

    @Test
    void aDeferredPressCompletesWithItsEdit() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command()
                .reply("x")
                .addComponents(ActionRow.of(Button.danger("no", "Discard")))
                .complete();
        SandboxReply pressed = reply.await().press("no");
        var hook = slash.button().deferEdit().complete();
        assertThat(pressed.awaitAcknowledged().wasDeferred()).isTrue();
        hook.editOriginal("gone").complete();
        assertThat(pressed.await().content()).isEqualTo("gone");
    }

    @Test
    void aButtonOnADirectMessageIsPressedByItsRecipient() throws Exception {
        bot.jda()
                .openPrivateChannelById(ada.id())
                .complete()
                .sendMessage("read me")
                .addComponents(ActionRow.of(Button.success("ok", "Read")))
                .complete();
        SandboxReply pressed = ada.presses(ada.awaitDirectMessage(), "Read");
        slash.button().reply("thanks").complete();
        assertThat(pressed.await().content()).isEqualTo("thanks");
    }

    @Test
    void anUpdateThatWouldLeaveNothingIsRefused() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command()
                .reply("x")
                .addComponents(ActionRow.of(Button.danger("no", "Discard")))
                .complete();
        reply.await().press("no");
        ButtonInteractionEvent event = slash.button();
        RawBot raw = new RawBot(discord);
        String callback = "interactions/" + event.getId() + "/" + event.getToken() + "/callback";
        String nothing = "{\"type\":7,\"data\":{\"content\":\"\",\"components\":[]}}";
        assertThat(raw.post(callback, nothing).code()).isEqualTo(50006);
        assertThat(reply.content()).isEqualTo("x");
        event.editMessage("y").setComponents().complete();
        assertThat(reply.content()).isEqualTo("y");
    }
}
