package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One use of a command, an autocompletion or a button, and how the bot answered. Guarded by the world's lock. */
public final class Interaction {
    private final String id;
    private final String token;
    private final InteractionType type;
    private final String name;
    private final User user;
    private final Channel channel;
    private final Instant createdAt;
    private final @Nullable Message source;
    private final List<Message> followUps = new ArrayList<>();
    private @Nullable CallbackType callback;
    private @Nullable Message original;
    private @Nullable JsonNode choices;
    private boolean filled;

    /**
     * Begins an interaction.
     *
     * @param name the full name of the command, or the custom id of the button
     * @param source the message that the button is on, else null
     */
    public Interaction(
            World world, InteractionType type, String name, User user, Channel channel, @Nullable Message source) {
        this.id = world.ids().next();
        this.token = "interaction-token-" + id;
        this.type = type;
        this.name = name;
        this.user = user;
        this.channel = channel;
        this.createdAt = world.clock().now();
        this.source = source;
        world.interactions().add(this);
    }

    public String id() {
        return id;
    }

    public String token() {
        return token;
    }

    public InteractionType type() {
        return type;
    }

    public String name() {
        return name;
    }

    public User user() {
        return user;
    }

    public Channel channel() {
        return channel;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Message source() {
        return source;
    }

    /** Returns the first response, or null before it. */
    public @Nullable CallbackType callback() {
        return callback;
    }

    public void acknowledge(CallbackType with, @Nullable Message message) {
        callback = with;
        original = message;
        filled = with == CallbackType.MESSAGE || with == CallbackType.UPDATE_MESSAGE;
    }

    /** Returns the message that {@code @original} means, or null. */
    public @Nullable Message original() {
        return original;
    }

    /** Whether the answer has its content: at once, or by the edit after a deferral. */
    public boolean isFilled() {
        return filled;
    }

    public void fill() {
        filled = true;
    }

    public List<Message> followUps() {
        return followUps;
    }

    public @Nullable JsonNode choices() {
        return choices;
    }

    public void choices(JsonNode answered) {
        choices = answered;
    }
}
