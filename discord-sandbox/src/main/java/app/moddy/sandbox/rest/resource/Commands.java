package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.rest.form.CommandForm;
import app.moddy.sandbox.world.CommandRegistry;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Application commands, global and of guilds.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application commands</a>
 */
final class Commands {
    private static final int MAX_SLASH_COMMANDS = 100;

    private final World world;

    Commands(World world) {
        this.world = world;
    }

    Answer list(Request request) {
        return withScope(request, scope -> {
            ArrayNode array = Json.array();
            boolean localized = request.asks("with_localizations");
            registry().in(scope).forEach(command -> array.add(CommandJson.listed(command, localized)));
            return Answer.ok(array);
        });
    }

    Answer replace(Request request) {
        return withScope(
                request,
                scope -> CommandForm.checkAll(request.body()).orElseGet(() -> {
                    List<JsonNode> forms = new ArrayList<>();
                    request.body().forEach(form -> forms.add(CommandJson.stored(form)));
                    ArrayNode array = Json.array();
                    array.addAll(registry().replace(scope, applicationId(), forms));
                    return Answer.ok(array);
                }));
    }

    Answer create(Request request) {
        return withScope(
                request,
                scope -> CommandForm.checkOne(request.body()).orElseGet(() -> {
                    ObjectNode form = CommandJson.stored(request.body());
                    boolean known = registry()
                                    .byName(
                                            scope,
                                            form.path("name").asText(),
                                            form.path("type").asInt())
                            != null;
                    if (!known && registry().in(scope).size() >= MAX_SLASH_COMMANDS) {
                        return DiscordError.MAX_COMMANDS.answer();
                    }
                    return Answer.json(known ? 200 : 201, registry().put(scope, applicationId(), form));
                }));
    }

    Answer get(Request request) {
        return withCommand(request, (scope, command) -> Answer.ok(command));
    }

    Answer edit(Request request) {
        return withCommand(request, (scope, command) -> {
            if (!request.body().isObject()) {
                return CommandForm.checkOne(request.body()).orElseThrow();
            }
            ObjectNode merged = command.deepCopy();
            request.body().properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
            return CommandForm.checkOne(merged).orElseGet(() -> {
                ObjectNode stored = CommandJson.stored(merged);
                command.setAll(stored);
                command.put("version", world.ids().next());
                return Answer.ok(command);
            });
        });
    }

    Answer delete(Request request) {
        return withCommand(request, (scope, command) -> {
            registry().remove(scope, command.path("id").asText());
            return Answer.noContent();
        });
    }

    private Answer withCommand(Request request, BiFunction<String, ObjectNode, Answer> deed) {
        return withScope(request, scope -> {
            ObjectNode command = registry().byId(scope, request.part("command_id"));
            return command == null ? DiscordError.UNKNOWN_COMMAND.answer() : deed.apply(scope, command);
        });
    }

    private Answer withScope(Request request, Function<String, Answer> deed) {
        if (!request.part("application_id").equals(applicationId())) {
            return DiscordError.NOT_AUTHORIZED_ON_APPLICATION.answer();
        }
        String guildId = request.path().get("guild_id");
        if (guildId != null && world.guilds().byId(guildId) == null) {
            return DiscordError.MISSING_ACCESS.answer();
        }
        return deed.apply(guildId == null ? CommandRegistry.GLOBAL : guildId);
    }

    private CommandRegistry registry() {
        return world.commands();
    }

    private String applicationId() {
        return world.users().self().id();
    }
}
