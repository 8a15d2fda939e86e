package app.moddy.sandbox.rest;

import app.moddy.sandbox.rest.form.FormErrors;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Snowflakes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what came over the wire into a {@link Request}, or into Discord's word for what is wrong with it. */
final class BodyReader {
    private BodyReader() {}

    /** Either a request or a refusal. */
    record Result(@Nullable Request request, @Nullable Answer refusal) {}

    static Result read(Exchange exchange, RouteTable.Match match) {
        if (exchange.isTooLarge()) {
            return new Result(null, DiscordError.TOO_LARGE.answer());
        }
        FormErrors errors = new FormErrors();
        match.parts().forEach((name, value) -> {
            if (name.endsWith("_id") && !Snowflakes.isSnowflake(value)) {
                errors.add(name, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not snowflake.");
            }
        });
        String text = exchange.bodyText();
        String contentType = exchange.headers().getOrDefault("Content-Type", "");
        if (!text.isEmpty() && !contentType.startsWith("application/json")) {
            errors.add(
                    "", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
        }
        String reason = reason(exchange.headers(), errors);
        if (!errors.isEmpty()) {
            return new Result(null, errors.answer());
        }
        JsonNode body =
                text.isEmpty() ? MissingNode.getInstance() : Json.read(text).orElse(null);
        if (body == null) {
            return new Result(null, DiscordError.INVALID_JSON.answer());
        }
        return new Result(new Request(match.route(), match.parts(), exchange.query(), reason, body), null);
    }

    private static @Nullable String reason(Map<String, String> headers, FormErrors errors) {
        String encoded = headers.get("X-Audit-Log-Reason");
        if (encoded == null) {
            return null;
        }
        try {
            // A plus is a plus here: clients escape as in a path, not as in a form.
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            errors.add("", "AUDIT_LOG_REASON_INVALID", "X-Audit-Log-Reason is not URL-encoded.");
            return null;
        }
    }
}
