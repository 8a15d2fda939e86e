package app.moddy.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An embed as Discord shows it; texts that are not there are empty.
 *
 * @param colour 0xRRGGBB; 0 when none is set
 * @param author the name
 * @param image the address
 * @param thumbnail the address
 * @param timestamp ISO 8601
 */
public record SandboxEmbed(
        String title,
        String description,
        int colour,
        List<SandboxField> fields,
        String footer,
        String author,
        String url,
        String image,
        String thumbnail,
        String timestamp) {
    public SandboxEmbed {
        fields = List.copyOf(fields);
    }

    static SandboxEmbed of(JsonNode embed) {
        List<SandboxField> fields = new ArrayList<>();
        for (JsonNode field : embed.path("fields")) {
            fields.add(new SandboxField(
                    field.path("name").asText(),
                    field.path("value").asText(),
                    field.path("inline").asBoolean()));
        }
        return new SandboxEmbed(
                embed.path("title").asText(),
                embed.path("description").asText(),
                embed.path("color").asInt(),
                fields,
                embed.path("footer").path("text").asText(),
                embed.path("author").path("name").asText(),
                embed.path("url").asText(),
                embed.path("image").path("url").asText(),
                embed.path("thumbnail").path("url").asText(),
                embed.path("timestamp").asText());
    }
}
