package app.moddy.bot.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a file {@code openapi.yml} says, a part of an OpenAPI document: {@code paths} and {@code components/schemas}. */
final class Description {
    static final String FILE = "openapi.yml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Object> tree;

    private Description(Map<String, Object> tree) {
        this.tree = tree;
    }

    /**
     * That of the file beside a class; nothing when there is none.
     *
     * @throws IllegalArgumentException when it is not what it should be, saying why
     */
    static Description beside(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(FILE)) {
            return new Description(
                    in == null
                            ? new LinkedHashMap<>()
                            : YAML.readValue(in, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it can not be read", e);
        }
    }

    Map<String, Object> tree() {
        return tree;
    }

    /** Its operations by method and path, such as {@code GET /internal/health}. */
    Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new LinkedHashMap<>();
        part(tree, "paths")
                .forEach((path, methods) -> map(methods, path)
                        .forEach((method, operation) -> operations.put(
                                method.toUpperCase(Locale.ROOT) + " " + path, map(operation, path + "." + method))));
        return operations;
    }

    /** The schemas that it shares among its operations, by name. */
    Map<String, Object> schemas() {
        return part(part(tree, "components"), "schemas");
    }

    /** The part of this name; an empty one is added when there is none. */
    static Map<String, Object> part(Map<String, Object> whole, String name) {
        return map(whole.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>()), name);
    }

    @SuppressWarnings("unchecked") // YAML's mappings: RFC 8259 has text keys only, and Jackson makes them so
    private static Map<String, Object> map(Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(place + " must be a mapping");
    }
}
