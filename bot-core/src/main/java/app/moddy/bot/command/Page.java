package app.moddy.bot.command;

import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** One page of {@link Reply#pages}. Immutable. */
public final class Page {
    private final MessageCreateData message;
    private final boolean hasNext;

    private Page(Reply reply, boolean hasNext) {
        this.message = reply.message();
        this.hasNext = hasNext;
    }

    /**
     * A text of at most 2,000 characters (Discord Markdown).
     *
     * @param hasNext whether there is a page after it
     */
    public static Page text(String text, boolean hasNext) {
        return new Page(Reply.text(text), hasNext);
    }

    /** A text, which may be empty, and an embed below it. */
    public static Page embed(String text, MessageEmbed embed, boolean hasNext) {
        return embeds(text, List.of(embed), hasNext);
    }

    /** A text and embeds below it, with the limits of {@link Reply#embeds}. */
    public static Page embeds(String text, List<MessageEmbed> embeds, boolean hasNext) {
        return new Page(Reply.embeds(text, embeds), hasNext);
    }

    MessageCreateData message() {
        return message;
    }

    boolean hasNext() {
        return hasNext;
    }
}
