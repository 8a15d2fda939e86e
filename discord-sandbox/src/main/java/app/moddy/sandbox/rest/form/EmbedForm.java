package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The limits of embeds.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#embed-object-embed-limits">Embed limits</a>
 */
final class EmbedForm {
    private static final int MAX_EMBEDS = 10;
    private static final int MAX_TOTAL = 6000;
    private static final int MAX_FIELDS = 25;
    private static final int MAX_URL = 2048;
    private static final int MAX_COLOUR = 0xFFFFFF;
    private static final Pattern URL = Pattern.compile("(?:https?|attachment)://\\S+");
    private static final List<String> VISIBLE =
            List.of("title", "description", "fields", "image", "thumbnail", "footer", "author", "timestamp", "url");

    private EmbedForm() {}

    static void check(JsonNode given, FormErrors errors) {
        List<JsonNode> embeds = Shape.list(given, "embeds", errors);
        if (embeds.size() > MAX_EMBEDS) {
            errors.tooLong("embeds", MAX_EMBEDS);
        }
        int total = 0;
        for (int i = 0; i < embeds.size(); i++) {
            checkOne(embeds.get(i), "embeds." + i, errors);
            total += textOf(embeds.get(i));
        }
        if (total > MAX_TOTAL) {
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + MAX_TOTAL);
        }
    }

    private static void checkOne(JsonNode embed, String path, FormErrors errors) {
        if (!embed.isNull() && !Shape.isObject(embed, path, errors)) {
            return;
        }
        if (VISIBLE.stream().noneMatch(key -> Json.present(embed.path(key)))) {
            errors.required(path + ".description");
        }
        Text.max(embed.path("title"), path + ".title", 256, errors);
        Text.max(embed.path("description"), path + ".description", 4096, errors);
        if (Shape.isObject(embed.path("footer"), path + ".footer", errors)) {
            required(embed.path("footer").path("text"), path + ".footer.text", 2048, errors);
            url(embed.path("footer").path("icon_url"), path + ".footer.icon_url", errors);
        }
        if (Shape.isObject(embed.path("author"), path + ".author", errors)) {
            required(embed.path("author").path("name"), path + ".author.name", 256, errors);
            url(embed.path("author").path("url"), path + ".author.url", errors);
            url(embed.path("author").path("icon_url"), path + ".author.icon_url", errors);
        }
        url(embed.path("url"), path + ".url", errors);
        for (String picture : List.of("image", "thumbnail")) {
            if (Shape.isObject(embed.path(picture), path + "." + picture, errors)) {
                url(embed.path(picture).path("url"), path + "." + picture + ".url", errors);
            }
        }
        colour(embed.path("color"), path + ".color", errors);
        timestamp(embed.path("timestamp"), path + ".timestamp", errors);
        fields(embed.path("fields"), path + ".fields", errors);
    }

    private static void fields(JsonNode given, String path, FormErrors errors) {
        List<JsonNode> fields = Shape.list(given, path, errors);
        if (fields.size() > MAX_FIELDS) {
            errors.tooLong(path, MAX_FIELDS);
        }
        for (int i = 0; i < fields.size(); i++) {
            String here = path + "." + i;
            if (fields.get(i).isNull() || Shape.isObject(fields.get(i), here, errors)) {
                required(fields.get(i).path("name"), here + ".name", 256, errors);
                required(fields.get(i).path("value"), here + ".value", 1024, errors);
            }
        }
    }

    /** An empty text is accepted nowadays; only a missing key is not. */
    private static void required(JsonNode text, String path, int max, FormErrors errors) {
        if (text.isMissingNode() || text.isNull()) {
            errors.required(path);
        }
        Text.max(text, path, max, errors);
    }

    private static void url(JsonNode url, String path, FormErrors errors) {
        if (!Json.present(url)) {
            return;
        }
        if (!URL.matcher(url.asText()).matches()) {
            errors.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        } else {
            Text.max(url, path, MAX_URL, errors);
        }
    }

    private static void colour(JsonNode colour, String path, FormErrors errors) {
        if (!Json.present(colour)) {
            return;
        }
        if (!colour.isIntegralNumber()) {
            errors.add(path, "NUMBER_TYPE_COERCE", "Value \"" + colour.asText() + "\" is not int.");
        } else if (colour.bigIntegerValue().signum() > 0
                && (!colour.canConvertToInt() || colour.intValue() > MAX_COLOUR)) {
            errors.add(path, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + MAX_COLOUR + ".");
        } else if (colour.bigIntegerValue().signum() < 0) {
            errors.add(path, "NUMBER_TYPE_MIN", "int value should be greater than or equal to 0.");
        }
    }

    private static void timestamp(JsonNode timestamp, String path, FormErrors errors) {
        if (!Json.present(timestamp)) {
            return;
        }
        try {
            OffsetDateTime.parse(timestamp.asText());
        } catch (DateTimeException notIso) {
            errors.add(path, "DATE_TIME_TYPE_PARSE", "Could not parse " + timestamp.asText() + ". Should be ISO8601.");
        }
    }

    private static int textOf(JsonNode embed) {
        int sum = Text.length(embed.path("title")) + Text.length(embed.path("description"));
        sum += Text.length(embed.path("footer").path("text"));
        sum += Text.length(embed.path("author").path("name"));
        for (JsonNode field : embed.path("fields")) {
            sum += Text.length(field.path("name")) + Text.length(field.path("value"));
        }
        return sum;
    }
}
