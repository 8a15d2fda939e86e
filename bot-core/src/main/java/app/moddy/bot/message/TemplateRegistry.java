package app.moddy.bot.message;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** All plugins' actions. Readers see one immutable map; registering replaces it. */
final class TemplateRegistry implements MessageTemplates, ActionRegistry {
    private static final Pattern REF = Pattern.compile("[!-~]{1,100}");

    private final TemplateLoader loader;
    private final MessageSettings settings;
    private volatile SortedMap<String, RegisteredAction> registered = Collections.emptySortedMap();

    @Inject
    TemplateRegistry(TemplateLoader loader, MessageSettings settings) {
        this.loader = loader;
        this.settings = settings;
    }

    @Override
    public synchronized void register(String plugin, List<UserAction<?>> actions, TemplateSource files)
            throws TemplateFaultException {
        List<String> faults = new ArrayList<>();
        List<RegisteredAction> loaded = loader.load(plugin, actions, files, registered, faults);
        if (!faults.isEmpty()) {
            throw new TemplateFaultException(plugin, faults);
        }
        SortedMap<String, RegisteredAction> all = new TreeMap<>(registered);
        loaded.forEach(action -> all.put(action.action().name(), action));
        registered = Collections.unmodifiableSortedMap(all);
    }

    @Override
    public synchronized void unregister(String plugin) {
        SortedMap<String, RegisteredAction> others = new TreeMap<>(registered);
        others.values().removeIf(action -> action.plugin().equals(plugin));
        registered = Collections.unmodifiableSortedMap(others);
    }

    @Override
    public List<String> actions() {
        return List.copyOf(registered.keySet());
    }

    @Override
    public List<Sample> samples(String action) {
        return find(action).samples();
    }

    @Override
    public List<DiscordLocale> languages() {
        return registered.values().stream()
                .flatMap(action -> action.templates().keySet().stream())
                .distinct()
                .sorted((a, b) -> a.getLocale().compareTo(b.getLocale()))
                .toList();
    }

    @Override
    public Notice notice(String action, @Nullable String plan, Map<String, ?> metadata) {
        return Notice.of(action, plan, find(action).reader().read(metadata));
    }

    @Override
    public <M extends Record> Notice notice(UserAction<M> action, @Nullable String plan, M metadata) {
        RegisteredAction found = find(action.name());
        if (!found.action().equals(action)) {
            throw new IllegalArgumentException("action '%s' has other metadata: %s"
                    .formatted(action.name(), found.action().metadata().getName()));
        }
        MetadataReader<?> reader = found.reader();
        return Notice.of(action.name(), plan, reader.read(reader.record().values(metadata)));
    }

    @Override
    public Map<String, Object> metadata(Notice notice) {
        Map<String, Object> written = new LinkedHashMap<>();
        find(notice.action()).reader().record().values(notice.metadata()).forEach((name, value) -> {
            if (value != null) {
                written.put(name, value instanceof Instant instant ? instant.toString() : value);
            }
        });
        return written;
    }

    @Override
    public RenderedNotice render(Notice notice, String ref) {
        if (!REF.matcher(ref).matches()) {
            throw new IllegalArgumentException("ref must be 1 to 100 visible ASCII characters");
        }
        RegisteredAction found = find(notice.action());
        DiscordLocale language = LanguageChoice.choose(
                notice.language().orElse(null),
                DiscordLocale.from(settings.defaultLanguage()),
                found.templates().keySet());
        EmbedTemplate template = found.templates().get(language);
        if (template == null) {
            throw new IllegalStateException("action '%s' has no template".formatted(notice.action()));
        }
        Map<String, @Nullable Object> metadata = found.reader().record().values(notice.metadata());
        Map<String, @Nullable Object> values = TemplateValues.of(notice.plan().orElse(null), metadata, settings);
        MessageEmbed embed = template.render(values, notice.test(), ref);
        return new RenderedNotice(embed, language);
    }

    private RegisteredAction find(String action) {
        RegisteredAction found = registered.get(action);
        if (found == null) {
            throw new IllegalArgumentException("no action '%s'; known: %s"
                    .formatted(action, registered.isEmpty() ? "none" : String.join(", ", registered.keySet())));
        }
        return found;
    }
}
