package app.moddy.bot.message;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compiles the texts of one language file. Pebble with all of its reach taken away: no other files, no functions, no Java
 * methods; {@link TemplateCheck} then allows only what is safe with any value.
 */
final class TemplateEngine {
    /** Far beyond what one request's metadata (64 KiB) can become, and small enough not to hurt. */
    private static final int MAX_RENDERED_LENGTH = 2_000_000;

    /** The lexer handles this tag by itself, before any list of tags is asked. */
    private static final Pattern VERBATIM = Pattern.compile("\\{%-?\\s*verbatim");

    private final PebbleEngine pebble;
    private final Map<String, TextFilter> filters;
    private final Labels labels;

    TemplateEngine(Locale language, Map<String, TextFilter> filters, Labels labels) {
        this.filters = filters;
        this.labels = labels;
        this.pebble = new PebbleEngine.Builder()
                .loader(new StringLoader())
                .registerExtensionCustomizer(BarePebble::new)
                .extension(new AbstractExtension() {
                    @Override
                    public Map<String, Filter> getFilters() {
                        return Map.copyOf(filters);
                    }
                })
                .methodAccessValidator((object, method) -> false)
                // TemplateCheck finds unknown variables in every branch. At run time a missing value is no fault:
                // strict
                // Pebble would throw at {% if flag %} as soon as a caller leaves the flag out.
                .strictVariables(false)
                .autoEscaping(true)
                .newLineTrimming(false)
                .maxRenderedSize(MAX_RENDERED_LENGTH)
                .defaultLocale(language)
                .cacheActive(false)
                .build();
    }

    /** Compiles one text, or records what is wrong with it. */
    Optional<TextTemplate> compile(SourceText source, Map<String, MetadataType> variables) {
        if (source.isConstant()) {
            return Optional.of(TextTemplate.constant(source.text()));
        }
        return parse(source).flatMap(template -> {
            List<String> found = new TemplateCheck(variables, filters, labels.names()).check(template);
            found.forEach(source::fault);
            return found.isEmpty() ? Optional.of(TextTemplate.of(template)) : Optional.empty();
        });
    }

    /** The variables that a text names, and of which type each must be for what is done with it. */
    Map<String, MetadataType> variables(SourceText source) {
        return source.isConstant()
                ? Map.of()
                : parse(source)
                        .map(template -> new NamedVariables(filters).of(template))
                        .orElse(Map.of());
    }

    private Optional<PebbleTemplateImpl> parse(SourceText source) {
        if (VERBATIM.matcher(source.text()).find()) {
            source.fault("the tag 'verbatim' is not allowed; there are: if, for");
            return Optional.empty();
        }
        try {
            return Optional.of((PebbleTemplateImpl) pebble.getLiteralTemplate(source.text()));
        } catch (PebbleException e) {
            source.fault(PebbleFault.inWords(e));
            return Optional.empty();
        }
    }
}
