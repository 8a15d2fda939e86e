package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The application commands, per guild and global. Guarded by the world's lock. */
public final class CommandRegistry {
    /** The scope of commands that are not of one guild. */
    public static final String GLOBAL = "global";

    private final Snowflakes ids;
    private final Map<String, Map<String, ObjectNode>> byScope = new LinkedHashMap<>();

    CommandRegistry(Snowflakes ids) {
        this.ids = ids;
    }

    /** Returns the commands of a scope: {@link #GLOBAL} or the id of a guild. */
    public Collection<ObjectNode> in(String scope) {
        return scope(scope).values();
    }

    public @Nullable ObjectNode byId(String scope, String id) {
        return scope(scope).get(id);
    }

    /** Returns the command with this name and type, or null. */
    public @Nullable ObjectNode byName(String scope, String name, int type) {
        return in(scope).stream()
                .filter(command -> command.path("name").asText().equals(name)
                        && command.path("type").asInt() == type)
                .findFirst()
                .orElse(null);
    }

    /** Returns a command with this name and type, of whichever scope, or null. */
    public @Nullable ObjectNode byNameAnywhere(String name, int type) {
        return byScope.keySet().stream()
                .map(scope -> byName(scope, name, type))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Adds a command or overwrites the one of the same name and type, which keeps its id. */
    public ObjectNode put(String scope, String applicationId, JsonNode form) {
        ObjectNode known =
                byName(scope, form.path("name").asText(), form.path("type").asInt(1));
        String id = known == null ? ids.next() : known.path("id").asText();
        ObjectNode command = Json.object();
        command.put("id", id).put("application_id", applicationId).put("version", ids.next());
        if (!scope.equals(GLOBAL)) {
            command.put("guild_id", scope);
        }
        form.properties().forEach(entry -> command.set(entry.getKey(), entry.getValue()));
        scope(scope).put(id, command);
        return command;
    }

    /** Replaces all commands of a scope. */
    public List<ObjectNode> replace(String scope, String applicationId, List<? extends JsonNode> forms) {
        List<ObjectNode> kept =
                forms.stream().map(form -> put(scope, applicationId, form)).toList();
        scope(scope).values().retainAll(kept);
        return kept;
    }

    public boolean remove(String scope, String id) {
        return scope(scope).remove(id) != null;
    }

    void removeAll(String scope) {
        byScope.remove(scope);
    }

    private Map<String, ObjectNode> scope(String scope) {
        return byScope.computeIfAbsent(scope, unused -> new LinkedHashMap<>());
    }
}
