package app.moddy.sandbox.interaction;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Intents;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.InteractionType;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user at a channel who uses the bot. Every method is called with the world locked.
 *
 * @param outdated whether their client shows each command as if it were global and for all contexts
 */
public record Invoker(World world, User user, Channel channel, boolean outdated) {
    private static final int BUTTON = 2;

    public Invoker {
        Guild guild = channel.guild();
        if (guild != null && guild.member(user) == null) {
            throw new IllegalArgumentException(user.username() + " is not in the guild " + guild.name());
        }
    }

    /** Runs a command; the values are texts, numbers, truths, or things of this world. */
    public Interaction run(String line, Map<String, ?> values) {
        requireBot();
        CommandLookup.Found found = new CommandLookup(this).find(line);
        checkNames(found, values, null);
        for (JsonNode option : found.options()) {
            String name = option.path("name").asText();
            if (option.path("required").asBoolean() && !values.containsKey(name)) {
                throw new IllegalArgumentException("/" + found.fullName() + " needs the option " + name);
            }
        }
        OptionReader reader = new OptionReader(world, channel.guild(), permissions());
        ArrayNode options = options(found, values, reader);
        ObjectNode data = data(found, options);
        if (!reader.resolved().json().isEmpty()) {
            data.set("resolved", reader.resolved().json());
        }
        return send(InteractionType.COMMAND, found.fullName(), null, data);
    }

    /** Opens the context menu of a user and chooses an entry. */
    public Interaction open(String menu, User target) {
        requireBot();
        CommandLookup.Found found = new CommandLookup(this).findUserMenu(menu);
        Resolved resolved = new Resolved(channel.guild());
        ObjectNode data = named(found);
        data.put("target_id", resolved.add(target)).set("resolved", resolved.json());
        return send(InteractionType.COMMAND, found.fullName(), null, data);
    }

    /** Types into an option; what is typed goes as text whatever the type of the option is. */
    public Interaction type(String line, Map<String, ?> values, String focused, String partial) {
        requireBot();
        CommandLookup.Found found = new CommandLookup(this).find(line);
        checkNames(found, values, focused);
        JsonNode option = CommandLookup.byName(found.options(), focused);
        if (option == null || !option.path("autocomplete").asBoolean()) {
            throw new IllegalArgumentException("Option " + focused + " has no autocomplete");
        }
        ArrayNode options = options(found, values, new OptionReader(world, channel.guild(), permissions()));
        ObjectNode typed = options.addObject().put("name", focused);
        typed.put("type", option.path("type").asInt()).put("value", partial).put("focused", true);
        return send(InteractionType.AUTOCOMPLETE, found.fullName(), null, data(found, options));
    }

    /** Presses the button with this label or custom id. */
    public Interaction press(Message message, String labelOrCustomId) {
        requireBot();
        JsonNode button = find(message.live().path("components"), labelOrCustomId);
        if (button == null || message.isDeleted()) {
            throw new IllegalArgumentException("No button " + labelOrCustomId + " on message " + message.id());
        }
        if (button.path("disabled").asBoolean() || !button.has("custom_id")) {
            throw new IllegalArgumentException("Button " + labelOrCustomId + " is disabled, or only a link");
        }
        String customId = button.path("custom_id").asText();
        ObjectNode data = Json.object().put("custom_id", customId).put("component_type", BUTTON);
        data.put("id", button.path("id").asInt());
        return send(InteractionType.COMPONENT, customId, message, data);
    }

    private void requireBot() {
        Guild guild = channel.guild();
        if (guild != null && world.guilds().botIn(guild) == null) {
            throw new IllegalArgumentException("The bot is not in the guild " + guild.name());
        }
    }

    private Interaction send(InteractionType type, String name, @Nullable Message source, ObjectNode data) {
        Interaction interaction = new Interaction(world, type, name, user, channel, source);
        world.dispatch("INTERACTION_CREATE", InteractionPayload.of(world, interaction, data), Intents.NONE);
        return interaction;
    }

    private static void checkNames(CommandLookup.Found found, Map<String, ?> values, @Nullable String focused) {
        for (String name : values.keySet()) {
            if (name.equals(focused) || CommandLookup.byName(found.options(), name) == null) {
                throw new IllegalArgumentException("/" + found.fullName() + " has no (other) option " + name
                        + "; there are " + CommandLookup.names(found.options()));
            }
        }
    }

    private static ArrayNode options(CommandLookup.Found found, Map<String, ?> values, OptionReader reader) {
        ArrayNode options = Json.array();
        for (JsonNode option : found.options()) {
            Object value = values.get(option.path("name").asText());
            if (value != null) {
                ObjectNode given =
                        options.addObject().put("name", option.path("name").asText());
                given.put("type", option.path("type").asInt()).set("value", reader.read(option, value));
            }
        }
        return options;
    }

    private static ObjectNode named(CommandLookup.Found found) {
        ObjectNode command = found.command();
        ObjectNode data = Json.object().put("id", command.path("id").asText());
        data.put("name", command.path("name").asText())
                .put("type", command.path("type").asInt());
        if (command.has("guild_id")) {
            data.put("guild_id", command.path("guild_id").asText());
        }
        return data;
    }

    private static ObjectNode data(CommandLookup.Found found, ArrayNode options) {
        ObjectNode data = named(found);
        ObjectNode level = data;
        for (JsonNode sub : found.subs()) {
            ObjectNode inner = level.putArray("options").addObject();
            level = inner.put("name", sub.path("name").asText())
                    .put("type", sub.path("type").asInt());
        }
        if (!options.isEmpty()) {
            level.set("options", options);
        }
        return data;
    }

    private long permissions() {
        Guild guild = channel.guild();
        Member member = guild == null ? null : guild.member(user);
        return member == null ? Permissions.ALL : member.permissions();
    }

    private static @Nullable JsonNode find(JsonNode components, String labelOrCustomId) {
        for (JsonNode component : components) {
            boolean named = component.path("label").asText().equals(labelOrCustomId)
                    || component.path("custom_id").asText().equals(labelOrCustomId);
            if (component.path("type").asInt() == BUTTON && named) {
                return component;
            }
            JsonNode inside = find(component.path("components"), labelOrCustomId);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
