package app.moddy.bot.message;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** The templates of whatever is registered at the moment. */
final class RegisteredTemplates implements MessageTemplates {
    private static final Pattern REF = Pattern.compile("[!-~]{1,100}");

    private final WordingRegistry wording;
    private final MessageSettings settings;

    @Inject
    RegisteredTemplates(WordingRegistry wording, MessageSettings settings) {
        this.wording = wording;
        this.settings = settings;
    }

    @Override
    public List<String> actions() {
        return List.copyOf(registered().keySet());
    }

    @Override
    public List<Sample> samples(String action) {
        return find(action).samples();
    }

    @Override
    public List<DiscordLocale> languages() {
        return registered().values().stream()
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

    @Override
    public List<TemplateFault> faults() {
        return wording.faults();
    }

    private SortedMap<String, RegisteredAction> registered() {
        return wording.now().actions();
    }

    private RegisteredAction find(String action) {
        SortedMap<String, RegisteredAction> registered = registered();
        RegisteredAction found = registered.get(action);
        if (found == null) {
            throw new IllegalArgumentException("no action '%s'; known: %s"
                    .formatted(action, registered.isEmpty() ? "none" : String.join(", ", registered.keySet())));
        }
        return found;
    }
}
