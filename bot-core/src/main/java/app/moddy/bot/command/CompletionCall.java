package app.moddy.bot.command;

import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** Someone is typing an option's value and wants to be offered some. Immutable. */
public final class CompletionCall {
    private final CommandAutoCompleteInteractionEvent event;

    CompletionCall(CommandAutoCompleteInteractionEvent event) {
        this.event = event;
    }

    /** The option being typed. */
    public String option() {
        return event.getFocusedOption().getName();
    }

    /** What has been typed of it; may be empty. */
    public String typed() {
        return event.getFocusedOption().getValue();
    }

    /** The text of another option, when it was given already. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(event.getOption(option)).map(OptionMapping::getAsString);
    }
}
