package app.moddy.bot.openapi;

import app.moddy.bot.http.Endpoint;
import app.moddy.bot.plugin.PluginApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** An OpenAPI document of the whole internal API: core's part, to which that of each plugin is added. For one thread. */
final class ApiDocument {
    /** Why a plugin's routes are not described. */
    record Fault(String plugin, String why) {}

    private final Description core = Description.beside(ApiDocument.class);
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Object> schemas;
    private final List<Fault> faults = new ArrayList<>();

    /** @param metadata the schema of each action's metadata */
    ApiDocument(String version, Map<String, Map<String, Object>> metadata) {
        Description.part(core.tree(), "info").put("version", version);
        schemas = core.schemas();
        metadata.forEach((action, schema) -> schemas.put(ActionSchemas.name(action), schema));
        schemas.put("Notice", ActionSchemas.notice(metadata.keySet()));
        core.operations().forEach((name, operation) -> {
            String[] methodAndPath = name.split(" ", 2);
            add(new Operation(new Endpoint(methodAndPath[0], methodAndPath[1], false), operation), "core");
        });
    }

    ApiDocument with(List<PluginApi> plugins) {
        plugins.forEach(this::add);
        return this;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    Map<String, Object> toMap() {
        core.tree().put("paths", paths);
        return core.tree();
    }

    private void add(PluginApi api) {
        Map<String, Map<String, Object>> described = described(api);
        for (Endpoint endpoint : api.endpoints()) {
            Map<String, Object> operation = described.get(endpoint.method() + " " + endpoint.path());
            add(operation == null ? Operation.undescribed(endpoint) : new Operation(endpoint, operation), api.plugin());
        }
    }

    /** A faulty file is left out whole: the plugin's routes are listed all the same. */
    private Map<String, Map<String, Object>> described(PluginApi api) {
        try {
            Description description = Description.beside(api.beside());
            Map<String, Map<String, Object>> operations = description.operations();
            requireRoutes(operations, api);
            requireNew(description.schemas());
            schemas.putAll(description.schemas());
            return operations;
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(api.plugin(), String.valueOf(e.getMessage())));
            return Map.of();
        }
    }

    private static void requireRoutes(Map<String, Map<String, Object>> operations, PluginApi api) {
        TreeSet<String> unknown = new TreeSet<>(operations.keySet());
        api.endpoints().forEach(endpoint -> unknown.remove(endpoint.method() + " " + endpoint.path()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the plugin has no route " + String.join(", ", unknown));
        }
    }

    private void requireNew(Map<String, Object> more) {
        List<String> taken =
                more.keySet().stream().filter(schemas::containsKey).sorted().toList();
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("there is a schema of this name already: " + String.join(", ", taken));
        }
    }

    private void add(Operation operation, String owner) {
        Endpoint endpoint = operation.endpoint();
        Map<String, Object> tree = operation.complete();
        tree.putIfAbsent("tags", new ArrayList<>(List.of(owner)));
        Description.part(paths, endpoint.path()).put(endpoint.method().toLowerCase(Locale.ROOT), tree);
    }
}
