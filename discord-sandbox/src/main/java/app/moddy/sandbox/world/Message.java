package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message, as a JSON object that edits replace parts of. Guarded by the world's lock. */
public final class Message {
    /** Flag: only the user of the interaction sees it. */
    public static final int EPHEMERAL = 64;

    /** Flag: "the bot is thinking". */
    public static final int LOADING = 128;

    private final Channel channel;
    private final User author;
    private final ObjectNode json;
    private final @Nullable String nonce;
    private boolean deleted;

    /**
     * Puts a message into a channel.
     *
     * @param json the message as Discord shows it, without nonce
     * @param nonce what the bot sent as nonce, shown only in the first answer and in MESSAGE_CREATE
     */
    public Message(Channel channel, User author, ObjectNode json, @Nullable String nonce) {
        this.channel = channel;
        this.author = author;
        this.json = json;
        this.nonce = nonce;
        channel.add(this);
    }

    public String id() {
        return json.get("id").textValue();
    }

    public Channel channel() {
        return channel;
    }

    public User author() {
        return author;
    }

    public @Nullable String nonce() {
        return nonce;
    }

    public int flags() {
        return json.path("flags").intValue();
    }

    public boolean isEphemeral() {
        return (flags() & EPHEMERAL) != 0;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public void delete() {
        deleted = true;
    }

    /** Returns when it was sent. */
    public Instant time() {
        return Snowflakes.timeOf(id());
    }

    /** Returns the live object: whoever edits the message edits this. */
    public ObjectNode live() {
        return json;
    }

    /** Returns a copy as it is fetched: without nonce. */
    public ObjectNode fetched() {
        return json.deepCopy();
    }

    /** Returns a copy as its sender gets it back: with the nonce. */
    public ObjectNode sent() {
        ObjectNode copy = json.deepCopy();
        return nonce == null ? copy : copy.put("nonce", nonce);
    }
}
