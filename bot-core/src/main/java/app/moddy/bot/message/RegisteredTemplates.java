package app.moddy.bot.message;

import io.pebbletemplates.pebble.error.PebbleException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The templates of whatever is registered at the moment. */
final class RegisteredTemplates implements MessageTemplates {
    private static final Logger log = LoggerFactory.getLogger(RegisteredTemplates.class);
    private static final Pattern REF = Pattern.compile("[!-~]{1,100}");

    private final WordingRegistry wording;
    private final MessageSettings settings;
    private final PlainNotice plain;
    private final TextFailures failures;
    private final Set<EmbedTemplate> failing = ConcurrentHashMap.newKeySet();

    @Inject
    RegisteredTemplates(WordingRegistry wording, MessageSettings settings, TextFailures failures) {
        this.wording = wording;
        this.settings = settings;
        this.failures = failures;
        this.plain = new PlainNotice(wording, DiscordLocale.from(settings.defaultLanguage()));
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
        try {
            MessageEmbed embed = template.render(values(found, notice), notice.test(), ref);
            if (!failing.isEmpty()) { // else: its hash is that of all its texts
                failing.remove(template);
            }
            failures.works(found.plugin(), name(found, language)); // also when another stands in its place
            return new RenderedNotice(embed, language, List.of());
        } catch (RuntimeException | Error failure) { // what the template's author did not think of
            MDC.put("notification", ref);
            try {
                tell(found, template, language, failure);
            } finally {
                MDC.remove("notification");
            }
            return plain.of(notice, ref);
        }
    }

    private Map<String, @Nullable Object> values(RegisteredAction found, Notice notice) {
        return TemplateValues.of(
                notice.plan().orElse(null), found.reader().record().values(notice.metadata()), settings);
    }

    /** Once until it works again, not for each user. */
    private void tell(RegisteredAction found, EmbedTemplate template, DiscordLocale language, Throwable failure) {
        if (failing.add(template)) {
            failures.failed(found.plugin(), name(found, language));
            log.error(
                    "The text of action {} of plugin {} in {} fails; users are told only that there is news about their"
                            + " account: {}",
                    found.action().name(),
                    found.plugin(),
                    language.getLocale(),
                    inWords(failure));
        }
    }

    private static String name(RegisteredAction action, DiscordLocale language) {
        return action.action().name() + " in " + language.getLocale();
    }

    /** Without messages of strangers: they may quote what a caller has sent. */
    private static String inWords(Throwable failure) {
        if (failure instanceof PebbleException fault) {
            return PebbleFault.inWords(fault);
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
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
