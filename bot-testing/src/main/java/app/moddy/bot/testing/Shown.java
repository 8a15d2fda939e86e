package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxButton;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxMessage;
import java.util.ArrayList;
import java.util.List;

/** What a user sees, as text: for assertions that fail. */
final class Shown {
    private Shown() {}

    static String message(SandboxMessage message) {
        List<String> lines = new ArrayList<>();
        add(lines, "", message.content());
        message.embeds().forEach(embed -> add(lines, "embed: ", embed(embed).replace("\n", "\n  ")));
        if (!message.buttons().isEmpty()) {
            lines.add("buttons: "
                    + message.buttons().stream().map(SandboxButton::label).toList());
        }
        return lines.isEmpty() ? "(nothing)" : String.join("\n", lines);
    }

    static String embed(SandboxEmbed embed) {
        List<String> lines = new ArrayList<>();
        add(lines, "title: ", embed.title());
        add(lines, "description: ", embed.description());
        embed.fields().forEach(field -> lines.add("field: " + field.name() + ": " + field.value()));
        add(lines, "footer: ", embed.footer());
        if (embed.colour() != 0) {
            lines.add("colour: 0x%06X".formatted(embed.colour()));
        }
        return String.join("\n", lines);
    }

    /** Each text of it by itself, without what is added for people. */
    static List<String> texts(SandboxMessage message) {
        List<String> texts = new ArrayList<>(List.of(message.content()));
        for (SandboxEmbed embed : message.embeds()) {
            texts.addAll(List.of(embed.title(), embed.description(), embed.footer()));
            embed.fields().forEach(field -> texts.addAll(List.of(field.name(), field.value())));
        }
        message.buttons().forEach(button -> texts.add(button.label()));
        return texts;
    }

    private static void add(List<String> lines, String what, String text) {
        if (!text.isEmpty()) {
            lines.add(what + text);
        }
    }
}
