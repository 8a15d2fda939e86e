package app.moddy.bot.message;

import io.pebbletemplates.pebble.extension.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.jspecify.annotations.Nullable;

/** The filters of the templates of one language file, all there are. */
final class TemplateFilters {
    private final Locale language;
    private final Labels labels;
    private final MessageSettings settings;

    TemplateFilters(DiscordLocale language, Labels labels, MessageSettings settings) {
        this.language = language.toLocale();
        this.labels = labels;
        this.settings = settings;
    }

    Map<String, Filter> byName() {
        return Map.ofEntries(
                Map.entry("money", TextFilter.with("currency", this::money)),
                Map.entry("date", TextFilter.of((input, none) -> timestamp(TimeFormat.DATE_LONG, input))),
                Map.entry("relative", TextFilter.of((input, none) -> timestamp(TimeFormat.RELATIVE, input))),
                Map.entry("plan", TextFilter.of((input, none) -> plan(input))),
                Map.entry("label", TextFilter.with("group", this::label)),
                Map.entry("default", new DefaultFilter()),
                Map.entry("join", TextFilter.with("separator", TemplateFilters::join)),
                Map.entry("upper", changed(text -> text.toUpperCase(language))),
                Map.entry("lower", changed(text -> text.toLowerCase(language))),
                Map.entry("capitalize", changed(DisplayNames::capitalised)),
                // Pebble's autoescaping calls the filter of this name on whatever is printed.
                Map.entry("escape", TextFilter.of((input, none) -> escape(input))));
    }

    private @Nullable Object money(Object input, @Nullable Object currency) {
        if (!(input instanceof Long amountMinor)) {
            throw new IllegalArgumentException("money needs a Long of minor units");
        }
        String code = currency == null || VisibleText.isBlank(currency.toString())
                ? settings.defaultCurrency()
                : currency.toString();
        return code.isBlank() ? null : new Markdown(Money.format(amountMinor, code, language));
    }

    private static Markdown timestamp(TimeFormat style, Object input) {
        if (!(input instanceof Instant instant)) {
            throw new IllegalArgumentException("date and relative need an Instant");
        }
        return new Markdown(style.format(instant));
    }

    private Markdown plan(Object input) {
        String name = input.toString();
        String configured = settings.plans().get(name);
        return MarkdownEscaper.escapeName(configured == null ? DisplayNames.title(name) : configured);
    }

    private Markdown label(Object input, @Nullable Object group) {
        List<?> values = input instanceof List<?> list ? list : List.of(input);
        return new Markdown(values.stream()
                .map(value ->
                        labels.label(String.valueOf(group), value.toString()).text())
                .collect(Collectors.joining(", ")));
    }

    private static String join(Object input, @Nullable Object separator) {
        List<?> values = input instanceof List<?> list ? list : List.of(input);
        return values.stream()
                .map(Object::toString)
                .collect(Collectors.joining(separator == null ? ", " : separator.toString()));
    }

    private static Markdown escape(Object input) {
        return input instanceof Markdown markdown ? markdown : MarkdownEscaper.escape(input.toString());
    }

    /** Escaped text stays escaped when only its case changes. */
    private static Filter changed(UnaryOperator<String> change) {
        return TextFilter.of((input, none) -> input instanceof Markdown markdown
                ? new Markdown(change.apply(markdown.text()))
                : change.apply(input.toString()));
    }
}
