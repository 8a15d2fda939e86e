package app.moddy.bot.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** What all plugins say. Readers see one immutable {@link Wording}; registering replaces it. */
@Singleton
final class WordingRegistry implements ActionRegistry, CommandWords {
    private final TemplateLoader loader;
    private final MessageSettings settings;
    private final Map<String, PluginParts> plugins = new LinkedHashMap<>();
    private volatile Wording wording = Wording.NONE;

    @Inject
    WordingRegistry(TemplateLoader loader, MessageSettings settings) {
        this.loader = loader;
        this.settings = settings;
    }

    Wording now() {
        return wording;
    }

    List<TemplateFault> faults() {
        return List.of();
    }

    @Override
    public void register(
            String plugin,
            List<UserAction<?>> actions,
            Collection<? extends CommandData> commands,
            TemplateSource files)
            throws TemplateFaultException {
        register(new PluginParts(plugin, actions, Optional.of(commands), files));
    }

    @Override
    public void register(String plugin, List<UserAction<?>> actions, TemplateSource files)
            throws TemplateFaultException {
        register(new PluginParts(plugin, actions, Optional.empty(), files));
    }

    private synchronized void register(PluginParts plugin) throws TemplateFaultException {
        List<TemplateFault> faults = new ArrayList<>();
        PluginWording loaded = loader.load(plugin, List.of(), faults);
        loaded.actions().forEach(action -> refuseTaken(plugin, action, faults));
        if (!faults.isEmpty()) {
            throw new TemplateFaultException(plugin.plugin(), faults);
        }
        plugins.put(plugin.plugin(), plugin);
        renew();
    }

    private void refuseTaken(PluginParts plugin, RegisteredAction action, List<TemplateFault> faults) {
        String name = action.action().name();
        RegisteredAction other = wording.actions().get(name);
        if (other != null && !action.templates().isEmpty()) {
            String base = LanguageChoice.BASE.getLocale();
            TemplateFaults.ofPlugin(LanguageChoice.BASE, plugin.source().file(base), faults)
                    .add(
                            action.line(),
                            name,
                            "plugin '%s' and plugin '%s' both have this action; rename one of them"
                                    .formatted(other.plugin(), plugin.plugin()));
        }
    }

    @Override
    public synchronized void unregister(String plugin) {
        plugins.remove(plugin);
        renew();
    }

    private void renew() {
        wording = Wording.of(plugins.values().stream()
                .map(plugin -> loader.load(plugin, List.of(), new ArrayList<>()))
                .toList());
    }

    @Override
    public List<String> tryOut() {
        return List.of();
    }

    @Override
    public Replies replies(String plugin) {
        return new RegisteredReplies(
                () -> wording.replies().getOrDefault(plugin, Map.of()), DiscordLocale.from(settings.defaultLanguage()));
    }

    @Override
    public SlashCommandData localized(SlashCommandData command) {
        return new LocalizedCommand(wording.words()).of(command);
    }

    @Override
    public CommandData localized(CommandData command) {
        return command.getType() == Command.Type.SLASH
                        && command instanceof SlashCommandData slash // JDA has one class for all
                ? localized(slash)
                : new LocalizedCommand(wording.words()).ofMenu(command);
    }
}
