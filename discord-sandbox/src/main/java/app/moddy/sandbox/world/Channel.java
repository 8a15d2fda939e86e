package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A text channel of a guild (type 0), or the direct messages of the bot and a user (type 1). */
public final class Channel {
    private final String id;
    private final String name;
    private final @Nullable Guild guild;
    private final @Nullable User recipient;
    private final TreeMap<Long, Message> messages = new TreeMap<>();

    private Channel(String id, String name, @Nullable Guild guild, @Nullable User recipient) {
        this.id = id;
        this.name = name;
        this.guild = guild;
        this.recipient = recipient;
    }

    static Channel text(String id, String name, Guild guild) {
        return new Channel(id, name, guild, null);
    }

    static Channel direct(String id, User recipient) {
        return new Channel(id, recipient.username(), null, recipient);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable Guild guild() {
        return guild;
    }

    /** Returns the other side of direct messages, or null in a guild. */
    public @Nullable User recipient() {
        return recipient;
    }

    void add(Message message) {
        messages.put(Long.parseUnsignedLong(message.id()), message);
    }

    /** Lets go of a message as if it had never been. */
    public void forget(Message message) {
        messages.remove(Long.parseUnsignedLong(message.id()));
    }

    /** Returns the message with this id, or null when it never was or is deleted. */
    public @Nullable Message message(String messageId) {
        Message message = messages.get(Long.parseUnsignedLong(messageId));
        return message == null || message.isDeleted() ? null : message;
    }

    /** Returns all messages that ever were, oldest first. */
    public Collection<Message> messages() {
        return messages.values();
    }

    /** Returns the channel as Discord shows it. */
    public ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("type", guild == null ? 1 : 0);
        json.put("last_message_id", messages.isEmpty() ? null : Long.toString(messages.lastKey()));
        json.put("flags", 0);
        if (recipient != null) {
            json.putArray("recipients").add(recipient.json());
        }
        if (guild != null) {
            json.put("guild_id", guild.id()).put("name", name);
            json.put("position", guild.channels().indexOf(this)).putArray("permission_overwrites");
            json.putNull("topic").put("nsfw", false).putNull("parent_id").put("rate_limit_per_user", 0);
        }
        return json;
    }
}
