package app.moddy.bot.command;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** Someone is typing an option's value and wants to be offered some. Immutable. */
public final class CompletionCall extends InteractionCall {
    private final CommandAutoCompleteInteractionEvent event;

    CompletionCall(CommandAutoCompleteInteractionEvent event, String command, DiscordLocale language) {
        super(event, command, language);
        this.event = event;
    }

    /** The option being typed. */
    public String option() {
        return event.getFocusedOption().getName();
    }

    /** What has been typed of it; may be empty, and need not be of the option's type. */
    public String typed() {
        return event.getFocusedOption().getValue();
    }

    /** Another option as text, when it was given already: a user's, role's or channel's is its id. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(event.getOption(option)).map(OptionMapping::getAsString);
    }

    /** Those of these values that contain what has been typed, in any case. */
    public List<Choice> matching(Collection<String> values) {
        String wanted = typed().toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> !value.isEmpty() && value.length() <= Choice.MAX_STRING_VALUE_LENGTH)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted))
                .map(value -> new Choice(value, value))
                .toList();
    }
}
