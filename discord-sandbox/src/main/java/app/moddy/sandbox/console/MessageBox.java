package app.moddy.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A message as a box of text. The right side stays open: nobody knows how wide a terminal draws an emoji. */
public final class MessageBox {
    private static final int WIDTH = 76;

    private final ShownText text;
    private final List<String> lines = new ArrayList<>();

    private MessageBox(ShownText text) {
        this.text = text;
    }

    /** Returns the box, each line with its end. */
    public static String of(String heading, JsonNode message, ShownText text) {
        MessageBox box = new MessageBox(text);
        box.lines.add("╭─ " + heading + " " + "─".repeat(Math.max(3, WIDTH - heading.length() - 4)));
        box.add("", message.path("content").asText());
        message.path("embeds").forEach(box::embed);
        box.buttons(message.path("components"));
        box.lines.add("╰" + "─".repeat(WIDTH - 1));
        return String.join(System.lineSeparator(), box.lines) + System.lineSeparator();
    }

    private void embed(JsonNode embed) {
        add("▌ ", embed.path("author").path("name").asText());
        add("▌ ", upper(embed.path("title").asText()));
        add("▌ ", embed.path("url").asText());
        add("▌ ", embed.path("description").asText());
        for (JsonNode field : embed.path("fields")) {
            add("▌ ", field.path("name").asText() + ":");
            add("▌   ", field.path("value").asText());
        }
        add("▌ image: ", embed.path("image").path("url").asText());
        add("▌ image: ", embed.path("thumbnail").path("url").asText());
        String footer = embed.path("footer").path("text").asText();
        String timestamp = embed.path("timestamp").asText();
        add("▌ ", footer.isEmpty() ? "" : "— " + footer);
        add("▌ ", timestamp.isEmpty() ? "" : "— " + timestamp);
    }

    /** Titles are bold at Discord. */
    private static String upper(String title) {
        return title.isEmpty() ? "" : "** " + title + " **";
    }

    private void add(String before, String content) {
        if (content.isBlank()) {
            return;
        }
        for (String line : text.of(content).lines().toList()) {
            wrap(before, line);
        }
    }

    private void wrap(String before, String line) {
        String rest = line;
        int room = WIDTH - before.length() - 2;
        while (rest.length() > room) {
            int blank = rest.lastIndexOf(' ', room);
            int cut = blank > 0 ? blank : room;
            lines.add("│ " + before + rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add("│ " + before + rest);
    }

    private void buttons(JsonNode components) {
        for (JsonNode row : components) {
            StringBuilder labels = new StringBuilder();
            for (JsonNode button : row.path("components")) {
                String url = button.path("url").asText();
                labels.append("[ ").append(button.path("label").asText());
                labels.append(url.isEmpty() ? " ]  " : " → " + url + " ]  ");
            }
            if (!labels.isEmpty()) {
                lines.add("│ " + labels.toString().strip());
            }
        }
    }
}
