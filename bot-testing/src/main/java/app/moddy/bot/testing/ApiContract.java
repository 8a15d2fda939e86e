package app.moddy.bot.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What {@code GET /internal/openapi.json} promises, and whether an answer keeps it. Thread-safe. */
public final class ApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "https://openapi.example/internal.json";
    private static final String ERROR = "{\"$ref\":\"" + ADDRESS + "#/$defs/Error\"}";

    /** Most bots of a run have the same plugins: their document is read once. */
    private static final Map<String, ApiContract> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiContract(String text) {
        document = read(text);
        ObjectNode definitions = JSON.createObjectNode();
        definitions.set("$defs", document.path("components").path("schemas"));
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ADDRESS, absolute(definitions))));
    }

    /** That of the bot whose document this is. */
    public static ApiContract of(String document) {
        return KNOWN.computeIfAbsent(document, ApiContract::new);
    }

    /** Fails the test when the answer is not as it was promised. */
    public void require(HttpResponse<String> answer) {
        breach(
                        answer.request().method(),
                        answer.uri().getRawPath(),
                        answer.statusCode(),
                        name -> answer.headers().firstValue(name),
                        answer.body())
                .ifPresent(breach -> {
                    throw new AssertionError(breach);
                });
    }

    /**
     * What is wrong with an answer; empty when it is as it should be.
     *
     * @param header the value of a header, by its name
     */
    public Optional<String> breach(
            String method, String path, int status, Function<String, Optional<String>> header, String body) {
        boolean isHead = method.equals("HEAD");
        String verb = isHead ? "get" : method.toLowerCase(Locale.ROOT);
        Optional<String> template = template(path, verb);
        JsonNode operation = document.path("paths").path(template.orElse("")).path(verb);
        String what = method + " " + template.orElse(path) + " answers " + status;
        if (operation.isMissingNode()) { // whatever else it is, it is a refusal
            if (status < 400) {
                return Optional.of(what + ", and has no such operation");
            }
            return isHead ? Optional.empty() : invalid(what, ERROR, body);
        }
        JsonNode answer = described(operation.path("responses"), status);
        if (answer.isMissingNode()) {
            return Optional.of(what + ", which is not described");
        }
        return withoutHeader(what, answer.path("headers"), header)
                .or(() -> isHead ? Optional.empty() : content(what, answer, header, body));
    }

    private JsonNode described(JsonNode answers, int status) {
        String key = Integer.toString(status);
        JsonNode answer = answers.path(answers.has(key) ? key : "default");
        return answer.has("$ref") ? document.at(answer.path("$ref").asText().substring(1)) : answer;
    }

    private static Optional<String> withoutHeader(
            String what, JsonNode headers, Function<String, Optional<String>> header) {
        return headers.properties().stream()
                .filter(described -> described.getValue().path("required").asBoolean())
                .map(Map.Entry::getKey)
                .filter(name -> header.apply(name).isEmpty())
                .findFirst()
                .map(name -> what + " without the header " + name);
    }

    private Optional<String> content(
            String what, JsonNode answer, Function<String, Optional<String>> header, String body) {
        if (!answer.has("content")) {
            return Optional.empty();
        }
        String type = header.apply("Content-Type").orElse("").split(";", 2)[0];
        JsonNode schema = answer.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return Optional.of(what + " with the undescribed type " + type);
        }
        return type.equals("application/json") ? invalid(what, absolute(schema), body) : Optional.empty();
    }

    /** One that has the verb goes first, then the one with the fewest parameters: so the server looks for its route, too. */
    private Optional<String> template(String path, String verb) {
        JsonNode paths = document.path("paths");
        return StreamSupport.stream(((Iterable<String>) paths::fieldNames).spliterator(), false)
                .filter(template ->
                        path.matches(template.replace(".", "\\.").replaceAll("\\{[a-z0-9_]+}", "[A-Za-z0-9._~-]+")))
                .min(Comparator.<String, Boolean>comparing(
                                template -> !paths.path(template).has(verb))
                        .thenComparing(template ->
                                template.chars().filter(c -> c == '{').count()));
    }

    private Optional<String> invalid(String what, String schema, String body) {
        String faults = schemas
                .computeIfAbsent(
                        schema,
                        text -> registry.getSchema(
                                SchemaLocation.of(ADDRESS + "/" + Integer.toHexString(text.hashCode())), read(text)))
                .validate(read(body))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .collect(Collectors.joining("; "));
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(what + " against its schema: " + faults + " in " + body);
    }

    /** Taken out of its document, a schema needs to say where its references lead. */
    private static String absolute(JsonNode schema) {
        return schema.toString().replace("\"#/components/schemas/", "\"" + ADDRESS + "#/$defs/");
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
