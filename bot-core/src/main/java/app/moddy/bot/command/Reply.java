package app.moddy.bot.command;

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

    private Reply(MessageCreateData message, @Nullable Question question) {
        this.message = message;
        this.question = question;
    }

    /** A text of at most 2,000 characters (Discord Markdown). */
    public static Reply text(String text) {
        return new Reply(MessageCreateData.fromContent(text), null);
    }

    /** A text and an embed below it. */
    public static Reply embed(String text, MessageEmbed embed) {
        return new Reply(
                new MessageCreateBuilder().setContent(text).setEmbeds(embed).build(), null);
    }

    /**
     * A question with one button. Only the caller can press it, once, within 15 minutes, and if the command is still
     * theirs to use; its answer then takes the question's place.
     *
     * @param button the button's label, at most 80 characters
     * @param ifPressed runs when it is pressed
     */
    public static Reply confirm(String question, String button, Supplier<CompletionStage<Reply>> ifPressed) {
        return new Reply(MessageCreateData.fromContent(question), new Question(button, ifPressed));
    }

    MessageCreateData message() {
        return message;
    }

    @Nullable
    Question question() {
        return question;
    }

    record Question(String button, Supplier<CompletionStage<Reply>> ifPressed) {
        Question {
            Objects.requireNonNull(ifPressed, "ifPressed is null");
        }
    }
}
