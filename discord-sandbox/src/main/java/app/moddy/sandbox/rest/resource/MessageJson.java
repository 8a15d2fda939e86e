package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Space;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;

/** Turns the parts of a message as they are sent into the parts as they come back. */
final class MessageJson {
    private MessageJson() {}

    /** Embeds come back without nulls and outer white space, and as type rich whatever was sent. */
    static ArrayNode embeds(JsonNode sent) {
        ArrayNode embeds = Json.array();
        for (JsonNode one : sent) {
            ObjectNode embed = ((ObjectNode) withoutNulls(one)).put("type", "rich");
            if (embed.has("timestamp")) {
                OffsetDateTime time =
                        OffsetDateTime.parse(embed.get("timestamp").asText());
                embed.put("timestamp", Json.time(time.toInstant()));
            }
            trim(embed, "title", "description");
            trim(embed.path("footer"), "text");
            trim(embed.path("author"), "name");
            for (JsonNode field : embed.path("fields")) {
                trim(field, "name", "value");
                ObjectNode object = (ObjectNode) field;
                object.put("inline", field.path("inline").asBoolean());
            }
            embeds.add(embed);
        }
        return embeds;
    }

    private static void trim(JsonNode node, String... keys) {
        for (String key : keys) {
            if (node instanceof ObjectNode object && object.path(key).isTextual()) {
                object.put(key, Space.trimmed(object.path(key).textValue()));
            }
        }
    }

    /** Components come back with a number each, and with their defaults in place of nulls. */
    static ArrayNode components(JsonNode sent) {
        ArrayNode components = Json.array();
        for (JsonNode one : sent) {
            components.add(withoutNulls(one));
        }
        number(components, 1);
        return components;
    }

    private static int number(JsonNode components, int next) {
        int id = next;
        for (JsonNode component : components) {
            if (component instanceof ObjectNode object) {
                object.put("id", component.path("id").asInt(id));
                ComponentDefaults.fill(object);
                id = number(component.path("components"), id + 1);
            }
        }
        return id;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = Json.array();
            node.forEach(item -> array.add(withoutNulls(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = Json.object();
        for (var entry : node.properties()) {
            if (!entry.getValue().isNull()) {
                object.set(entry.getKey(), withoutNulls(entry.getValue()));
            }
        }
        return object;
    }
}
