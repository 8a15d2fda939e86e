package app.moddy.bot.openapi;

import app.moddy.bot.http.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One endpoint as it is described, to which is added what the server does for every endpoint. */
record Operation(Endpoint endpoint, Map<String, Object> tree) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z0-9_]+)}");
    private static final List<String> OF_ALL = List.of("400", "401", "403", "422", "500", "501", "503");
    private static final List<String> OF_THOSE_WITH_BODY = List.of("408", "413", "415");

    /** One of which nobody says more than that it is there. */
    static Operation undescribed(Endpoint endpoint) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("summary", "Its plugin does not describe it");
        tree.put("responses", new LinkedHashMap<>(Map.of("default", Map.of("description", "Not described"))));
        return new Operation(endpoint, tree);
    }

    /** With the token, the path's parameters, and the answers that the server itself gives; what is described goes first. */
    Map<String, Object> complete() {
        if (endpoint.open()) {
            tree.put("security", List.of());
        }
        if (endpoint.hasBody()) {
            tree.putIfAbsent("requestBody", anyBody());
        }
        parameters();
        Map<String, Object> responses = Description.part(tree, "responses");
        OF_ALL.stream().filter(this::canBe).forEach(status -> responses.putIfAbsent(status, reference(status)));
        if (endpoint.hasBody()) {
            OF_THOSE_WITH_BODY.forEach(status -> responses.putIfAbsent(status, reference(status)));
        }
        if (endpoint.path().contains("{")) {
            responses.putIfAbsent("404", reference("404"));
        }
        return tree;
    }

    private boolean canBe(String status) {
        return !endpoint.open() || !(status.equals("401") || status.equals("403"));
    }

    private void parameters() {
        List<Object> parameters = new ArrayList<>();
        PARAMETER
                .matcher(endpoint.path())
                .results()
                .forEach(found -> parameters.add(Map.of(
                        "name",
                        found.group(1),
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Map.of("type", "string", "pattern", "^[A-Za-z0-9._~-]+$"))));
        if (tree.get("parameters") instanceof List<?> described) {
            parameters.addAll(described);
        }
        if (!parameters.isEmpty()) {
            tree.put("parameters", parameters);
        }
    }

    private static Map<String, Object> anyBody() {
        return Map.of("content", Map.of("application/json", Map.of("schema", Map.of("type", "object"))));
    }

    private static Map<String, String> reference(String status) {
        String response = switch (status) {
            case "422" -> "Invalid";
            case "503" -> "Unavailable";
            default -> "Error";
        };
        return Map.of("$ref", "#/components/responses/" + response);
    }
}
