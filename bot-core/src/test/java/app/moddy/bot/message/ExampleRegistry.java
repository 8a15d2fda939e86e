package app.moddy.bot.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;

/** The real services of the package behind one name. */
final class ExampleRegistry implements MessageTemplates, ActionRegistry {
    final WordingRegistry wording;
    private final MessageTemplates templates;

    ExampleRegistry(MessageSettings settings) {
        wording = new WordingRegistry(new TemplateLoader(settings), settings);
        templates = new RegisteredTemplates(wording, settings, new TextFailures());
    }

    @Override
    public void register(
            String plugin,
            List<UserAction<?>> actions,
            Collection<? extends CommandData> commands,
            TemplateSource files)
            throws TemplateFaultException {
        wording.register(plugin, actions, commands, files);
    }

    @Override
    public void register(String plugin, List<UserAction<?>> actions, TemplateSource files)
            throws TemplateFaultException {
        wording.register(plugin, actions, files);
    }

    @Override
    public void unregister(String plugin) {
        wording.unregister(plugin);
    }

    @Override
    public List<String> tryOut() {
        return wording.tryOut();
    }

    @Override
    public SortedMap<String, Map<String, Object>> metadataSchemas() {
        return wording.metadataSchemas();
    }

    @Override
    public Replies replies(String plugin) {
        return wording.replies(plugin);
    }

    @Override
    public List<String> actions() {
        return templates.actions();
    }

    @Override
    public List<Sample> samples(String action) {
        return templates.samples(action);
    }

    @Override
    public List<DiscordLocale> languages() {
        return templates.languages();
    }

    @Override
    public List<TemplateFault> faults() {
        return templates.faults();
    }

    @Override
    public Notice notice(String action, @Nullable String plan, Map<String, ?> metadata) {
        return templates.notice(action, plan, metadata);
    }

    @Override
    public <M extends Record> Notice notice(UserAction<M> action, @Nullable String plan, M metadata) {
        return templates.notice(action, plan, metadata);
    }

    @Override
    public Map<String, Object> metadata(Notice notice) {
        return templates.metadata(notice);
    }

    @Override
    public RenderedNotice render(Notice notice, String ref) {
        return templates.render(notice, ref);
    }
}
