package app.moddy.sandbox.interaction;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.CommandRegistry;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the command that a user sees in a channel under a name such as {@code /group sub}. */
record CommandLookup(Invoker invoker) {
    private static final int CHAT_INPUT = 1;
    private static final int USER = 2;
    private static final Pattern BLANK = Pattern.compile("\\s+");

    /**
     * What was found.
     *
     * @param subs the names of group and subcommand, outermost first
     * @param options the definitions of the options on the innermost level
     */
    record Found(ObjectNode command, List<JsonNode> subs, JsonNode options) {
        String fullName() {
            StringBuilder name = new StringBuilder(command.path("name").asText());
            subs.forEach(sub -> name.append(' ').append(sub.path("name").asText()));
            return name.toString();
        }
    }

    /** Finds the entry that a user sees in the context menu of another. */
    Found findUserMenu(String name) {
        ObjectNode command = visible(name, USER);
        return new Found(command, List.of(), command.path("options"));
    }

    Found find(String line) {
        String stripped = line.startsWith("/") ? line.substring(1) : line;
        List<String> words = BLANK.splitAsStream(stripped.strip()).toList();
        ObjectNode command = visible(words.get(0), CHAT_INPUT);
        List<JsonNode> subs = new ArrayList<>();
        JsonNode level = command.path("options");
        for (String word : words.subList(1, words.size())) {
            JsonNode sub = byName(level, word);
            if (sub == null || sub.path("type").asInt() > 2) {
                throw new IllegalArgumentException("/" + words.get(0) + " has no subcommand " + word);
            }
            subs.add(sub);
            level = sub.path("options");
        }
        if (level.path(0).path("type").asInt() == 1
                || level.path(0).path("type").asInt() == 2) {
            throw new IllegalArgumentException("/" + stripped + " needs one of its subcommands: " + names(level));
        }
        return new Found(command, subs, level);
    }

    private ObjectNode visible(String name, int type) {
        ObjectNode command = invoker.outdated() ? outdated(name, type) : null;
        if (command == null) {
            command = command(invoker.world(), invoker.channel(), name, type);
            checkContext(command, invoker.channel());
        }
        checkPermission(command, invoker.user(), invoker.channel());
        return command;
    }

    private @Nullable ObjectNode outdated(String name, int type) {
        ObjectNode known = invoker.world().commands().byNameAnywhere(name, type);
        return known == null ? null : known.deepCopy().without("guild_id");
    }

    private static ObjectNode command(World world, Channel channel, String name, int type) {
        Guild guild = channel.guild();
        ObjectNode found = guild == null ? null : world.commands().byName(guild.id(), name, type);
        if (found == null) {
            found = world.commands().byName(CommandRegistry.GLOBAL, name, type);
        }
        if (found == null) {
            String where = guild == null ? "direct messages" : "guild " + guild.name();
            List<String> there = new ArrayList<>(names(ofType(world, CommandRegistry.GLOBAL, type)));
            there.addAll(guild == null ? List.of() : names(ofType(world, guild.id(), type)));
            String what = type == USER ? "user menu " : "command /";
            throw new IllegalArgumentException("No " + what + name + " in " + where + "; there are " + there);
        }
        return found;
    }

    private static List<ObjectNode> ofType(World world, String scope, int type) {
        return world.commands().in(scope).stream()
                .filter(command -> command.path("type").asInt() == type)
                .toList();
    }

    private static void checkContext(ObjectNode command, Channel channel) {
        int context = channel.guild() == null ? InteractionPayload.BOT_DM : InteractionPayload.GUILD;
        boolean allowed = !command.path("contexts").isArray();
        for (JsonNode one : command.path("contexts")) {
            allowed |= one.asInt() == context;
        }
        if (!allowed) {
            throw new IllegalArgumentException("/" + command.path("name").asText() + " is not for context " + context);
        }
    }

    /** Discord refuses by itself who lacks the permissions of the command; the bot never hears of it. */
    private static void checkPermission(ObjectNode command, User user, Channel channel) {
        String required = command.path("default_member_permissions").asText("");
        Guild guild = channel.guild();
        if (guild == null || required.isEmpty() || required.equals("null")) {
            return;
        }
        Member member = guild.member(user);
        long bits = Long.parseLong(required);
        boolean may = member != null && member.may(bits == 0 ? Permissions.ADMINISTRATOR : bits);
        if (!may) {
            throw new IllegalArgumentException(user.username() + " does not see /"
                    + command.path("name").asText() + ": it needs the permissions " + required
                    + " (0 means administrators only); give a role of " + user.username() + " these permissions");
        }
    }

    static @Nullable JsonNode byName(JsonNode nodes, String name) {
        for (JsonNode node : nodes) {
            if (node.path("name").asText().equals(name)) {
                return node;
            }
        }
        return null;
    }

    static List<String> names(Iterable<? extends JsonNode> nodes) {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(node.path("name").asText()));
        return names;
    }
}
