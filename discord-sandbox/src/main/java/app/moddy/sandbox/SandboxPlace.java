package app.moddy.sandbox;

import app.moddy.sandbox.interaction.Attachment;
import app.moddy.sandbox.interaction.Invoker;
import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user in a channel, where commands can be run. Thread-safe. */
public final class SandboxPlace {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final SandboxGateway gateway;
    private final Invoker invoker;

    SandboxPlace(World world, SandboxGateway gateway, User user, Channel channel) {
        this(world, gateway, new Invoker(world, user, channel, false));
    }

    private SandboxPlace(World world, SandboxGateway gateway, Invoker invoker) {
        this.world = world;
        this.gateway = gateway;
        this.invoker = invoker;
    }

    /**
     * The same place in a client that is behind: it still shows the commands that were global and without contexts before, so
     * that the bot hears of a use where Discord has it no longer.
     */
    public SandboxPlace withOutdatedCommands() {
        return new SandboxPlace(world, gateway, new Invoker(world, invoker.user(), invoker.channel(), true));
    }

    /**
     * Runs a command, as when the user presses enter.
     *
     * @param command the name with a slash; subcommands after blanks, such as {@code /group sub}
     * @param options texts, numbers, truths, users, roles, channels or attachments; a text for another type is read as
     *     if typed: {@code "bob"} for a user, {@code "3"} for an integer
     * @throws IllegalArgumentException when the command is not there, or the user would not get to press enter
     */
    public SandboxReply runs(String command, Map<String, ?> options) {
        synchronized (world) {
            gateway.requireSession();
            return reply(invoker.run(command, unwrap(options)));
        }
    }

    /** Runs a command without options. */
    public SandboxReply runs(String command) {
        return runs(command, Map.of());
    }

    /**
     * Opens the context menu of a user and chooses an entry of the bot's.
     *
     * @throws IllegalArgumentException when the entry is not there
     */
    public SandboxReply opens(String menu, SandboxUser target) {
        synchronized (world) {
            gateway.requireSession();
            return reply(invoker.open(menu, target.user()));
        }
    }

    /**
     * Types into an option with autocomplete and waits, at most 10 s, for what is offered.
     *
     * @param options the options given so far
     * @param focused the option that the user types into
     * @param partial what is typed so far
     */
    public List<SandboxChoice> types(String command, Map<String, ?> options, String focused, String partial) {
        synchronized (world) {
            gateway.requireSession();
            Interaction interaction = invoker.type(command, unwrap(options), focused, partial);
            if (!world.await(() -> interaction.choices() != null, LIMIT)) {
                throw new IllegalStateException("Nothing offered for " + focused + " of " + command + " within "
                        + LIMIT.toSeconds() + " s; problems: " + world.problems());
            }
            List<SandboxChoice> choices = new ArrayList<>();
            JsonNode offered = interaction.choices();
            if (offered != null) {
                offered.forEach(choice -> choices.add(new SandboxChoice(
                        choice.path("name").asText(), choice.path("value").asText())));
            }
            return choices;
        }
    }

    /** Presses a button of a message in this channel, by label or custom id. */
    public SandboxReply presses(SandboxMessage message, String button) {
        synchronized (world) {
            Message known = invoker.channel().message(message.id());
            if (known == null) {
                throw new IllegalArgumentException("Message " + message.id() + " is not here");
            }
            return press(known, button);
        }
    }

    SandboxReply press(Message message, String button) {
        synchronized (world) {
            gateway.requireSession();
            return reply(invoker.press(message, button));
        }
    }

    private SandboxReply reply(Interaction interaction) {
        return new SandboxReply(world, this, interaction);
    }

    private static Map<String, Object> unwrap(Map<String, ?> options) {
        Map<String, Object> plain = new HashMap<>();
        options.forEach((name, value) -> plain.put(name, unwrap(value)));
        return plain;
    }

    private static Object unwrap(Object value) {
        if (value instanceof SandboxUser user) {
            return user.user();
        }
        if (value instanceof SandboxRole role) {
            return role.role();
        }
        if (value instanceof SandboxChannel channel) {
            return channel.channel();
        }
        if (value instanceof SandboxAttachment file) {
            return new Attachment(file.filename(), file.contentType(), file.size());
        }
        return value;
    }
}
