package app.moddy.bot.builtin;

import app.moddy.bot.Bot;
import app.moddy.bot.command.Served;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The commands that core brings itself. Core only. Immutable. */
@Singleton
public final class BuiltInCommands {
    private final Collection<Served> served;
    private final ActionRegistry registry;

    @Inject
    BuiltInCommands(Set<SlashCommand> commands, ActionRegistry registry) {
        this.registry = registry;
        this.served = commands.stream().map(Served::of).toList();
    }

    /** Makes known what they say: before any plugin does, and before they are used. */
    public void registerTexts() {
        try {
            registry.register(
                    ActionRegistry.CORE,
                    List.of(),
                    served.stream().map(Served::data).toList(),
                    TemplateSource.of(Bot.class));
        } catch (TemplateFaultException e) {
            throw new IllegalStateException("core's own texts are faulty", e);
        }
    }

    /** All of them. */
    public Collection<Served> served() {
        return served;
    }
}
