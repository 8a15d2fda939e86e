package app.moddy.bot.command;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** One use of a user menu. Immutable. */
public final class UserMenuCall extends InteractionCall {
    private final UserContextInteractionEvent event;

    UserMenuCall(UserContextInteractionEvent event, String command, DiscordLocale language) {
        super(event, command, language);
        this.event = event;
    }

    /** On whom it was opened. */
    public User target() {
        return event.getTarget();
    }

    /** The same as a member of the guild; empty when they are not in it. */
    public Optional<Member> targetMember() {
        return Optional.ofNullable(event.getTargetMember());
    }
}
