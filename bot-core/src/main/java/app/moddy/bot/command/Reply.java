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
    private final @Nullable Question question;
    private final Runnable whenTaken;
    private final boolean withNotes;

    private Reply(MessageCreateData message, @Nullable Question question, Runnable whenTaken, boolean withNotes) {
        this.message = message;
        this.question = question;
        this.whenTaken = whenTaken;
        this.withNotes = withNotes;
    }

    private static Reply of(MessageCreateData message, @Nullable Question question) {
        return new Reply(message, question, () -> {}, true);
    }

    /** A text of at most 2,000 characters (Discord Markdown). */
    public static Reply text(String text) {
        return of(MessageCreateData.fromContent(text), null);
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
     * The same that also runs this once Discord has taken the reply, and never when it has not, or nobody can say. On a
     * thread that must not be blocked; what it throws is logged.
     */
    public Reply whenTaken(Runnable action) {
        Runnable before = whenTaken;
        return new Reply(
                message,
                question,
                () -> {
                    before.run();
                    action.run();
                },
                withNotes);
    }

    /** The same without {@link CallerNote}s: it says itself what they would point to. */
    public Reply withoutNotes() {
        return new Reply(message, question, whenTaken, false);
    }

    MessageCreateData message() {
        return message;
    }

    @Nullable
    Question question() {
        return question;
    }

    Runnable whenTaken() {
        return whenTaken;
    }

    boolean isWithNotes() {
        return withNotes;
    }

    record Question(String button, Supplier<CompletionStage<Reply>> ifPressed) {
        Question {
            Objects.requireNonNull(ifPressed, "ifPressed is null");
        }
    }
}
