package app.moddy.notifications.action;

import net.dv8tion.jda.api.entities.MessageEmbed;

/** An embed written out in full, so that nothing is in it that a test does not say; ~ is a no-break space, ^ a narrow one. */
final class EmbedText {
    private EmbedText() {}

    static String of(MessageEmbed embed) {
        StringBuilder text = new StringBuilder();
        text.append("#%06x %s\n".formatted(embed.getColorRaw(), embed.getTitle()));
        text.append(embed.getDescription()).append('\n');
        for (MessageEmbed.Field field : embed.getFields()) {
            String inline = field.isInline() ? " (inline)" : "";
            text.append("%s%s: %s\n".formatted(field.getName(), inline, field.getValue()));
        }
        MessageEmbed.Footer footer = embed.getFooter();
        text.append("-- ").append(footer == null ? "" : footer.getText()).append('\n');
        boolean bare = embed.getTimestamp() == null && embed.getAuthor() == null && embed.getImage() == null;
        return (bare ? "" : "has more: ")
                + text.toString().replace('\u00a0', '~').replace('\u202f', '^');
    }
}
