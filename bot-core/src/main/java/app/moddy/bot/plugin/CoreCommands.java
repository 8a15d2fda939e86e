package app.moddy.bot.plugin;

import app.moddy.bot.command.Served;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** What core brings as a plugin does: commands, and the texts of all that core says to who uses one. */
@Singleton
final class CoreCommands {
    private final Provider<Set<SlashCommand>> commands;
    private final ActionRegistry texts;
    private final TemplateSource files;
    private List<Served> served = List.of();

    /** @param commands later: some of them tell of the plugins */
    @Inject
    CoreCommands(Provider<Set<SlashCommand>> commands, ActionRegistry texts, TemplateSource files) {
        this.commands = commands;
        this.texts = texts;
        this.files = files;
    }

    /** Registers the texts; before the first plugin. */
    void prepare() {
        served = commands.get().stream().map(Served::of).toList();
        try {
            texts.register(
                    ActionRegistry.CORE,
                    List.of(),
                    served.stream().map(Served::data).toList(),
                    files);
        } catch (TemplateFaultException e) {
            throw new IllegalStateException(e); // ours: tests start core
        }
    }

    List<Served> served() {
        return served;
    }

    List<String> labels() {
        return served.stream().map(Served::label).toList();
    }
}
