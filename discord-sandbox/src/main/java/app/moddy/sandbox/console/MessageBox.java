package app.moddy.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A message as a box of text. The right side stays open: nobody knows how wide a terminal draws an emoji. */
public final class MessageBox {
    private static final int WIDTH = 76;

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";
    /** After a name that ends so, no colon follows. */
    private static final String ENDS = ".:;!?…";

    private final ShownText text;
    private final boolean bold;
    private final List<String> lines = new ArrayList<>();

    private MessageBox(ShownText text, boolean bold) {
        this.text = text;
        this.bold = bold;
    }

    /**
     * Returns the box, each line with its end.
     *
     * @param bold whether titles are bold, as at Discord, by ANSI's sequences
     */
    public static String of(String heading, JsonNode message, ShownText text, boolean bold) {
        MessageBox box = new MessageBox(text, bold);
        box.lines.add("╭─ " + heading + " " + "─".repeat(Math.max(3, WIDTH - heading.length() - 4)));
        box.add("", message.path("content").asText());
        message.path("embeds").forEach(box::embed);
        box.buttons(message.path("components"));
        box.lines.add("╰" + "─".repeat(WIDTH - 1));
        return String.join(System.lineSeparator(), box.lines) + System.lineSeparator();
    }

    private void embed(JsonNode embed) {
        add("▌ ", embed.path("author").path("name").asText());
        title(embed.path("title").asText());
        add("▌ ", embed.path("url").asText());
        add("▌ ", embed.path("description").asText());
        for (JsonNode field : embed.path("fields")) {
            add("▌ ", named(field.path("name").asText()));
            add("▌   ", field.path("value").asText());
        }
        add("▌ image: ", embed.path("image").path("url").asText());
        add("▌ image: ", embed.path("thumbnail").path("url").asText());
        String footer = embed.path("footer").path("text").asText();
        String timestamp = embed.path("timestamp").asText();
        add("▌ ", footer.isEmpty() ? "" : "— " + footer);
        add("▌ ", timestamp.isEmpty() ? "" : "— " + timestamp);
    }

    private void title(String title) {
        int first = lines.size();
        add("▌ ", title);
        if (bold) {
            lines.subList(first, lines.size()).replaceAll(line -> line.replaceFirst("▌ ", "▌ " + BOLD) + PLAIN);
        }
    }

    private static String named(String name) {
        boolean ended = name.isBlank() || ENDS.indexOf(name.charAt(name.length() - 1)) >= 0;
        return ended ? name : name + ":";
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
