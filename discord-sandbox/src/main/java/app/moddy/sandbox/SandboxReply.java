package app.moddy.sandbox;

import app.moddy.sandbox.world.CallbackType;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How the bot answers one command or one press of a button; changes while it answers. Thread-safe. */
public final class SandboxReply {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final SandboxPlace place;
    private final Interaction interaction;

    SandboxReply(World world, SandboxPlace place, Interaction interaction) {
        this.world = world;
        this.place = place;
        this.interaction = interaction;
    }

    /** Waits at most 10 s until the answer has content: at once, or by the edit or follow-up after a deferral. */
    public SandboxReply await() {
        synchronized (world) {
            if (!world.await(this::isComplete, LIMIT)) {
                throw new IllegalStateException("No answer to " + interaction.name() + " within " + LIMIT.toSeconds()
                        + " s; the bot's first response was " + interaction.callback() + "; problems: "
                        + world.problems());
            }
            return this;
        }
    }

    /** Waits at most 10 s until the bot has responded in any way, be it a deferral. */
    public SandboxReply awaitAcknowledged() {
        if (!world.await(() -> interaction.callback() != null, LIMIT)) {
            throw new IllegalStateException("The application did not respond to " + interaction.name());
        }
        return this;
    }

    private boolean isComplete() {
        boolean update = interaction.callback() == CallbackType.DEFERRED_UPDATE;
        return interaction.isFilled() || (update && !interaction.followUps().isEmpty());
    }

    /** Whether the bot has responded within Discord's three seconds. */
    public boolean isAcknowledged() {
        synchronized (world) {
            return interaction.callback() != null;
        }
    }

    /** Whether the first response was a deferral ("the bot is thinking"). */
    public boolean wasDeferred() {
        synchronized (world) {
            CallbackType callback = interaction.callback();
            return callback != null && callback.isDeferral();
        }
    }

    /** Returns the message that answers, as it is now; after a button, that may be the message it is on. */
    public SandboxMessage message() {
        synchronized (world) {
            return SandboxMessage.of(current());
        }
    }

    private Message current() {
        Message message = interaction.original();
        if (message == null) {
            throw new IllegalStateException("No answer to " + interaction.name() + " yet; await() it");
        }
        return message;
    }

    /** Returns the text above the embeds; empty when there is none. */
    public String content() {
        return message().content();
    }

    /** Returns the embeds in their order. */
    public List<SandboxEmbed> embeds() {
        return message().embeds();
    }

    /** Whether only this user sees it. */
    public boolean isEphemeral() {
        return message().isEphemeral();
    }

    /** Returns the buttons of all rows. */
    public List<SandboxButton> buttons() {
        return message().buttons();
    }

    /** Whether the bot has deleted the answer. */
    public boolean isDeleted() {
        synchronized (world) {
            return current().isDeleted();
        }
    }

    /** Returns the message as Discord shows it. */
    public JsonNode raw() {
        return message().raw();
    }

    /** Returns the further messages, oldest first. */
    public List<SandboxMessage> followUps() {
        synchronized (world) {
            return interaction.followUps().stream()
                    .filter(message -> !message.isDeleted())
                    .map(SandboxMessage::of)
                    .toList();
        }
    }

    /** Waits at most 10 s until there are that many further messages, and returns them. */
    public List<SandboxMessage> awaitFollowUps(int count) {
        if (!world.await(() -> followUps().size() >= count, LIMIT)) {
            throw new IllegalStateException("Not " + count + " follow-ups but " + followUps());
        }
        return followUps();
    }

    /** Presses a button of the answer or of a follow-up, by label or custom id. */
    public SandboxReply press(String button) {
        synchronized (world) {
            Message carrier = Stream.concat(Stream.of(current()), interaction.followUps().stream())
                    .filter(message ->
                            SandboxMessage.of(message).buttons().stream().anyMatch(one -> one.isNamed(button)))
                    .findFirst()
                    .orElse(current());
            return place.press(Objects.requireNonNull(carrier), button);
        }
    }

    /** Returns the id of the interaction. */
    public String interactionId() {
        return interaction.id();
    }

    /** Returns the token of the interaction, as the bot got it. */
    public String interactionToken() {
        return interaction.token();
    }
}
