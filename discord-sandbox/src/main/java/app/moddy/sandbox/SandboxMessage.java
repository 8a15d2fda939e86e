package app.moddy.sandbox;

import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the bot as it was when it was looked at.
 *
 * @param recipient the name of the user whose direct messages it is in; empty in a guild
 * @param raw the message as Discord shows it to its author, with the nonce
 */
public record SandboxMessage(String recipient, JsonNode raw) {
    private static final int SILENT = 1 << 12;

    static SandboxMessage of(Message message) {
        User recipient = message.channel().recipient();
        return new SandboxMessage(recipient == null ? "" : recipient.username(), message.sent());
    }

    /** Returns the snowflake. */
    public String id() {
        return raw.path("id").asText();
    }

    /** Returns the snowflake of the channel. */
    public String channelId() {
        return raw.path("channel_id").asText();
    }

    /** Returns the text above the embeds; empty when there is none. */
    public String content() {
        return raw.path("content").asText();
    }

    /** Returns the embeds in their order. */
    public List<SandboxEmbed> embeds() {
        List<SandboxEmbed> embeds = new ArrayList<>();
        raw.path("embeds").forEach(embed -> embeds.add(SandboxEmbed.of(embed)));
        return embeds;
    }

    /** Returns the buttons of all rows. */
    public List<SandboxButton> buttons() {
        List<SandboxButton> buttons = new ArrayList<>();
        SandboxButton.collect(raw.path("components"), buttons);
        return buttons;
    }

    /** Returns what the bot sent as nonce; empty when it sent none. */
    public String nonce() {
        return raw.path("nonce").asText();
    }

    /** Returns when it was sent, on the sandbox's clock. */
    public Instant timestamp() {
        return OffsetDateTime.parse(raw.path("timestamp").asText()).toInstant();
    }

    /** Whether it was sent without push notification. */
    public boolean isSilent() {
        return (raw.path("flags").asInt() & SILENT) != 0;
    }

    /** Whether only the user of the interaction sees it. */
    public boolean isEphemeral() {
        return (raw.path("flags").asInt() & Message.EPHEMERAL) != 0;
    }

    /** Whether the bot changed it after it was sent. */
    public boolean isEdited() {
        return raw.path("edited_timestamp").isTextual();
    }
}
