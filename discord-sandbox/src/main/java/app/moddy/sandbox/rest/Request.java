package app.moddy.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its route, is allowed and well-formed.
 *
 * @param path the values of the template's parts in braces
 * @param query the parameters after the question mark
 * @param auditReason X-Audit-Log-Reason, decoded, or null
 * @param body the JSON body; a missing node when there is none
 */
public record Request(
        Route route,
        Map<String, String> path,
        Map<String, String> query,
        @Nullable String auditReason,
        JsonNode body) {

    /** Returns the value of a part of the path that the route's template has. */
    public String part(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException(route.key() + " has no " + name);
        }
        return value;
    }

    /** Whether a query parameter says true. */
    public boolean asks(String parameter) {
        return "true".equals(query.get(parameter));
    }
}
