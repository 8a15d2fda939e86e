package app.moddy.bot.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/** What a command answers; only its caller sees it. Immutable. */
public final class Reply {
    private final MessageCreateData message;
    private final @Nullable Below below;
    private final Runnable whenTaken;
    private final boolean withNotes;
    private final boolean isRefusal;

    private Reply(
            MessageCreateData message,
            @Nullable Below below,
            Runnable whenTaken,
            boolean withNotes,
            boolean isRefusal) {
        this.message = message;
        this.below = below;
        this.whenTaken = whenTaken;
        this.withNotes = withNotes;
        this.isRefusal = isRefusal;
    }

    private static Reply of(MessageCreateData message, @Nullable Below below) {
        return new Reply(message, below, () -> {}, true, false);
    }

    /** A text of at most 2,000 characters (Discord Markdown). */
    public static Reply text(String text) {
        return of(MessageCreateData.fromContent(text), null);
    }

    /**
     * A text that says why the command does not do what it was asked: no cooldown begins, and {@link CallerNote}s are left
     * out.
     */
    public static Reply refusal(String text) {
        return new Reply(MessageCreateData.fromContent(text), null, () -> {}, false, true);
    }

    /** A text and an embed below it. */
    public static Reply embed(String text, MessageEmbed embed) {
        return embeds(text, List.of(embed));
    }

    /**
     * A text and embeds below it.
     *
     * @param text may be empty when there are embeds
     * @throws IllegalArgumentException for over 10 embeds, or over 6,000 characters in all of them: Discord's limits
     * @throws IllegalStateException when both are empty
     */
    public static Reply embeds(String text, List<MessageEmbed> embeds) {
        int length = embeds.stream().mapToInt(MessageEmbed::getLength).sum();
        if (length > MessageEmbed.EMBED_MAX_LENGTH_BOT) { // JDA looks at each alone
            throw new IllegalArgumentException("the embeds have %s characters together, at most %s are allowed"
                    .formatted(length, MessageEmbed.EMBED_MAX_LENGTH_BOT));
        }
        return of(new MessageCreateBuilder().setContent(text).setEmbeds(embeds).build(), null);
    }

    /**
     * A question with one button. Only the caller can press it, once, within 15 minutes, and if the command is still
     * theirs to use; its answer then takes the question's place.
     *
     * @param button the button's label, at most 80 characters
     * @param ifPressed runs when it is pressed
     */
    public static Reply confirm(String question, String button, Supplier<CompletionStage<Reply>> ifPressed) {
        return of(MessageCreateData.fromContent(question), new Question(button, ifPressed));
    }

    /**
     * Pages with the buttons ◀ and ▶, when there is more than one. Only the caller can press them, until 15 minutes after
     * the last time, and while the command is theirs to use.
     *
     * @param first the page with the index 0
     * @param source gives it and the others whenever they are wanted
     */
    public static Reply pages(Page first, PageSource source) {
        return of(first.message(), new Paging(source, 0, first.hasNext(), null));
    }

    /** A further page, below which the buttons stay those that they are. */
    static Reply page(Page page, int index, PageSource source, String buttons) {
        return of(page.message(), new Paging(source, index, page.hasNext(), buttons));
    }

    /**
     * The same that also runs this once Discord has taken the reply, and never when it has not, or nobody can say. On a
     * thread that must not be blocked; what it throws is logged.
     */
    public Reply whenTaken(Runnable action) {
        Runnable before = whenTaken;
        return new Reply(
                message,
                below,
                () -> {
                    before.run();
                    action.run();
                },
                withNotes,
                isRefusal);
    }

    /** The same without {@link CallerNote}s: it says itself what they would point to. */
    public Reply withoutNotes() {
        return new Reply(message, below, whenTaken, false, isRefusal);
    }

    MessageCreateData message() {
        return message;
    }

    @Nullable
    Below below() {
        return below;
    }

    Runnable whenTaken() {
        return whenTaken;
    }

    boolean isWithNotes() {
        return withNotes;
    }

    boolean isRefusal() {
        return isRefusal;
    }

    /** What the buttons below it are for. */
    sealed interface Below permits Question, Paging {}

    record Question(String button, Supplier<CompletionStage<Reply>> ifPressed) implements Below {
        Question {
            Objects.requireNonNull(ifPressed, "ifPressed is null");
        }
    }

    /** @param buttons the id of the buttons that are there already; null: they are new */
    record Paging(
            PageSource source,
            int index,
            boolean hasNext,
            @Nullable String buttons) implements Below {
        Paging {
            Objects.requireNonNull(source, "source is null");
        }
    }
}
