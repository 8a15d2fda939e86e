package app.moddy.bot.builtin;

import app.moddy.bot.command.Served;
import app.moddy.bot.command.SlashCommand;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/** The commands that core brings itself. Core only. Immutable. */
@Singleton
public final class BuiltInCommands {
    private final Collection<Served> served;

    @Inject
    BuiltInCommands(Set<SlashCommand> commands) {
        this.served = commands.stream().map(Served::of).toList();
    }

    /** All of them. */
    public Collection<Served> served() {
        return served;
    }
}
