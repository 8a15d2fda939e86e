package app.moddy.sandbox.schema;

import app.moddy.sandbox.rest.Route;
import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The part of Discord's OpenAPI file that ships with the sandbox; loaded once, when first needed. Thread-safe. */
final class OpenApi {
    private static final String RESOURCE = "/discord/openapi-subset.json";
    private static final String ADDRESS = "https://openapi.example/discord.json";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

    private OpenApi(String text) {
        this.document = Json.read(text).orElseThrow();
        ObjectNode definitions = Json.object();
        definitions.set("$defs", document.path("components").path("schemas"));
        this.registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ADDRESS, absolute(definitions))));
    }

    private static final class Holder {
        private static final OpenApi SHARED = load();
    }

    static OpenApi shared() {
        return Holder.SHARED;
    }

    private static OpenApi load() {
        try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new OpenApi(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns what the body of a request must be like, if the file says. */
    Optional<Schema> request(Route route) {
        return schemas.computeIfAbsent(
                route.key(), key -> schema(operation(route).path("requestBody"), key));
    }

    /** Returns what the body of an answer must be like, if the file says. */
    Optional<Schema> answer(Route route, int status) {
        return schemas.computeIfAbsent(route.key() + " " + status, key -> {
            JsonNode answers = operation(route).path("responses");
            JsonNode answer = answers.path(Integer.toString(status));
            if (answer.isMissingNode() && status >= 400 && status < 500) {
                answer = answers.path("4XX");
            }
            if (answer.has("$ref")) {
                answer = document.at(answer.path("$ref").asText().substring(1));
            }
            return schema(answer, key);
        });
    }

    private JsonNode operation(Route route) {
        return document.path("paths").path(route.template()).path(route.method().toLowerCase(Locale.ROOT));
    }

    private Optional<Schema> schema(JsonNode described, String key) {
        JsonNode schema = described.path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        String address = ADDRESS + "/" + Integer.toHexString(key.hashCode());
        return Optional.of(registry.getSchema(
                SchemaLocation.of(address), Json.read(absolute(schema)).orElseThrow()));
    }

    /** Taken out of its document, a schema needs to say where its references lead. */
    private static String absolute(JsonNode schema) {
        return Json.write(schema).replace("\"#/components/schemas/", "\"" + ADDRESS + "#/$defs/");
    }
}
