package app.moddy.notifications;

import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.History;
import app.moddy.notifications.delivery.Life;
import app.moddy.notifications.delivery.Standing;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The option {@code ref}, which offers the latest notifications. */
final class RefOption {
    static final String NAME = "ref";

    private final History history;
    private final Replies replies;
    private final Clock clock;

    @Inject
    RefOption(History history, Replies replies, Clock clock) {
        this.history = history;
        this.replies = replies;
        this.clock = clock;
    }

    static OptionData data() {
        return new OptionData(OptionType.STRING, NAME, "The Ref in the footer of the message", true, true)
                .setMaxLength(100);
    }

    /** The newest whose ref begins with what is typed. */
    CompletionStage<List<Choice>> complete(CompletionCall call, History.Which which) {
        Phrases phrases = new Phrases(replies, call.language());
        return history.recent(call.typed().strip(), which, OptionData.MAX_CHOICES)
                .thenApply(lives ->
                        lives.stream().map(life -> choice(life, phrases)).toList());
    }

    /** A choice's name is no Markdown: only what has no values is said by a reply. */
    private Choice choice(Life life, Phrases phrases) {
        Standing standing = life.standing();
        String ref = Long.toString(standing.id());
        Duration age = Duration.between(standing.acceptedAt(), clock.instant());
        String name = String.join(
                " · ",
                ref,
                standing.action(),
                phrases.outcome(standing.outcome()),
                phrases.say("time.ago", Map.of("span", phrases.span(age.isNegative() ? Duration.ZERO : age))));
        return new Choice(
                name.length() > Choice.MAX_NAME_LENGTH ? name.substring(0, Choice.MAX_NAME_LENGTH - 1) + "…" : name,
                ref);
    }
}
