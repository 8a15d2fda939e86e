package app.moddy.sandbox.interaction;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Role;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a user gives for an option into the value that the bot gets, or says why it is none. */
final class OptionReader {
    private final World world;
    private final @Nullable Guild guild;
    private final long permissions;
    private final Resolved resolved;

    OptionReader(World world, @Nullable Guild guild, long permissions) {
        this.world = world;
        this.guild = guild;
        this.permissions = permissions;
        this.resolved = new Resolved(guild);
    }

    Resolved resolved() {
        return resolved;
    }

    /** A text for another type is read as if typed: a name, a number, true or false. */
    JsonNode read(JsonNode option, Object given) {
        OptionType type = OptionType.of(option.path("type").asInt());
        Object chosen = choice(option, given);
        JsonNode value = switch (type) {
            case STRING -> chosen instanceof String text ? TextNode.valueOf(text) : null;
            case INTEGER -> integer(chosen);
            case NUMBER -> number(chosen);
            case BOOLEAN -> bool(chosen);
            case USER -> mention(user(chosen));
            case ROLE -> mention(role(chosen));
            case CHANNEL -> mention(channel(chosen));
            case MENTIONABLE -> {
                JsonNode asUser = mention(user(chosen));
                yield asUser != null ? asUser : mention(role(chosen));
            }
            case ATTACHMENT ->
                chosen instanceof Attachment attachment
                        ? TextNode.valueOf(resolved.add(attachment, world.ids().next()))
                        : null;
        };
        if (value == null) {
            throw new IllegalArgumentException("Option " + name(option) + " is of type " + type + ", not " + given);
        }
        checkRange(option, value);
        return value;
    }

    /** With fixed choices only those count; a name stands for its value. */
    private static Object choice(JsonNode option, Object given) {
        if (option.path("choices").isEmpty()) {
            return given;
        }
        for (JsonNode choice : option.path("choices")) {
            String value = choice.path("value").asText();
            if (given.toString().equals(value)
                    || given.equals(choice.path("name").asText())) {
                return value;
            }
        }
        throw new IllegalArgumentException("Option " + name(option) + " has no choice " + given + "; there are "
                + CommandLookup.names(option.path("choices")));
    }

    private static @Nullable JsonNode integer(Object given) {
        try {
            boolean whole = given instanceof Long || given instanceof Integer || given instanceof String;
            return whole ? LongNode.valueOf(Long.parseLong(given.toString())) : null;
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }

    private static @Nullable JsonNode number(Object given) {
        try {
            boolean numeric = given instanceof Number || given instanceof String;
            return numeric ? DoubleNode.valueOf(Double.parseDouble(given.toString())) : null;
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }

    private static @Nullable JsonNode bool(Object given) {
        return switch (given.toString()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    private @Nullable JsonNode mention(@Nullable Object target) {
        if (target instanceof User user) {
            return TextNode.valueOf(resolved.add(user));
        }
        if (target instanceof Role role) {
            return TextNode.valueOf(resolved.add(role));
        }
        return target instanceof Channel channel ? TextNode.valueOf(resolved.add(channel, permissions)) : null;
    }

    private @Nullable User user(Object given) {
        if (given instanceof String text) {
            User byId = world.users().byId(text);
            return byId != null ? byId : world.users().byName(text.startsWith("@") ? text.substring(1) : text);
        }
        return given instanceof User user ? user : null;
    }

    private @Nullable Role role(Object given) {
        if (given instanceof String text && guild != null) {
            return guild.roles().stream()
                    .filter(role -> role.name().equals(text) || role.id().equals(text))
                    .findFirst()
                    .orElse(null);
        }
        return given instanceof Role role && role.guild() == guild ? role : null;
    }

    private @Nullable Channel channel(Object given) {
        if (given instanceof String text && guild != null) {
            return guild.channels().stream()
                    .filter(channel ->
                            channel.name().equals(text) || channel.id().equals(text))
                    .findFirst()
                    .orElse(null);
        }
        return given instanceof Channel channel && channel.guild() == guild ? channel : null;
    }

    private static void checkRange(JsonNode option, JsonNode value) {
        double size = value.isTextual()
                ? value.textValue().codePointCount(0, value.textValue().length())
                : value.asDouble();
        String suffix = value.isTextual() ? "_length" : "_value";
        for (Map.Entry<String, Integer> bound : Map.of("min", 1, "max", -1).entrySet()) {
            JsonNode limit = option.path(bound.getKey() + suffix);
            if (limit.isNumber() && (size - limit.asDouble()) * bound.getValue() < 0) {
                throw new IllegalArgumentException("Option " + name(option) + " is limited by " + bound.getKey()
                        + suffix + " " + limit + ": " + value);
            }
        }
    }

    private static String name(JsonNode option) {
        return option.path("name").asText();
    }
}
