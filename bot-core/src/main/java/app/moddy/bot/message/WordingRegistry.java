package app.moddy.bot.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** What all plugins say. Readers see one immutable {@link Wording}; registering replaces it. */
@Singleton
final class WordingRegistry implements ActionRegistry, CommandWords {
    private final TemplateLoader loader;
    private final MessageSettings settings;
    private final Map<String, PluginTexts> plugins = new LinkedHashMap<>();

    /** The same, compiled: with what the operator says in place of it. To compile is the better part of a start. */
    private final Map<String, PluginWording> compiled = new LinkedHashMap<>();

    private Set<String> absent = Set.of();
    private Map<DiscordLocale, OperatorFile> used = Map.of();
    private volatile List<TemplateFault> faults = List.of();
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
        return faults;
    }

    /** All plugins are registered but these. */
    synchronized void complete(Collection<String> absentPlugins) {
        absent = new TreeSet<>(absentPlugins);
    }

    /** Takes over each file of the folder that has no fault; one that has keeps its last good version. */
    synchronized OperatorTemplates.Reload reload(OperatorFolder folder) {
        List<TemplateFault> found = new ArrayList<>();
        Map<DiscordLocale, OperatorFile> usable =
                new OperatorFiles(loader, plugins.values(), absent).usable(folder, used, found);
        List<String> changed = OperatorFiles.difference(used, usable);
        used = usable;
        faults = List.copyOf(found);
        if (!changed.isEmpty()) {
            plugins.values().forEach(this::compile);
            renew();
        }
        return new OperatorTemplates.Reload(changed, found);
    }

    @Override
    public void register(
            String plugin,
            List<UserAction<?>> actions,
            Collection<? extends CommandData> commands,
            TemplateSource files)
            throws TemplateFaultException {
        register(new PluginTexts(plugin, actions, Optional.of(commands), files));
    }

    @Override
    public void register(String plugin, List<UserAction<?>> actions, TemplateSource files)
            throws TemplateFaultException {
        register(new PluginTexts(plugin, actions, Optional.empty(), files));
    }

    private synchronized void register(PluginTexts plugin) throws TemplateFaultException {
        List<TemplateFault> found = new ArrayList<>();
        PluginWording loaded = loader.load(plugin, List.of(), found);
        loaded.actions().forEach(action -> refuseTaken(plugin, action, found));
        if (!found.isEmpty()) {
            throw new TemplateFaultException(plugin.plugin(), found);
        }
        plugins.put(plugin.plugin(), plugin);
        compiled.put(plugin.plugin(), loaded);
        if (!used.isEmpty()) {
            compile(plugin);
        }
        renew();
    }

    private void refuseTaken(PluginTexts plugin, RegisteredAction action, List<TemplateFault> found) {
        String name = action.action().name();
        RegisteredAction other = wording.actions().get(name);
        if (other != null && !action.templates().isEmpty()) {
            String base = LanguageChoice.BASE.getLocale();
            TemplateFaults.ofPlugin(LanguageChoice.BASE, plugin.source().file(base), found)
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
        compiled.remove(plugin);
        renew();
    }

    private void compile(PluginTexts plugin) {
        compiled.put(plugin.plugin(), loader.load(plugin, List.copyOf(used.values()), new ArrayList<>()));
    }

    private void renew() {
        wording = Wording.of(List.copyOf(compiled.values()));
    }

    @Override
    public List<String> tryOut() {
        return new EmbedGate(settings).faultsOf(wording.actions().values());
    }

    @Override
    public SortedMap<String, Map<String, Object>> metadataSchemas() {
        SortedMap<String, Map<String, Object>> schemas = new TreeMap<>();
        wording.actions().forEach((name, action) -> schemas.put(name, MetadataSchema.of(action)));
        return schemas;
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
        return CommandWordsParser.isSlash(command) && command instanceof SlashCommandData slash
                ? localized(slash)
                : new LocalizedCommand(wording.words()).ofMenu(command);
    }
}
