package app.moddy.bot.message;

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

    Map<String, TextFilter> byName() {
        return Map.ofEntries(
                Map.entry("money", TextFilter.with("currency", this::money).on(MetadataType.NUMBER)),
                Map.entry("date", timestamp(TimeFormat.DATE_LONG)),
                Map.entry("time", timestamp(TimeFormat.TIME_LONG)),
                Map.entry("relative", timestamp(TimeFormat.RELATIVE)),
                Map.entry("plan", TextFilter.of((input, none) -> plan(input))),
                Map.entry("label", TextFilter.with("group", this::label)),
                Map.entry("default", TextFilter.withMissing("value", TemplateFilters::orDefault)),
                Map.entry("join", TextFilter.with("separator", TemplateFilters::join)),
                Map.entry("upper", changed(text -> text.toUpperCase(language))),
                Map.entry("lower", changed(text -> text.toLowerCase(language))),
                Map.entry("capitalize", changed(DisplayNames::capitalised)),
                // Pebble's autoescaping calls the filter of this name on whatever is printed.
                Map.entry("escape", TextFilter.of((input, none) -> escape(input))));
    }

    private @Nullable Object money(Object amountMinor, @Nullable Object currency) {
        String code = currency == null || VisibleText.isBlank(currency.toString())
                ? settings.defaultCurrency()
                : currency.toString();
        return code.isBlank() ? null : new Markdown(Money.format((Long) amountMinor, code, language));
    }

    private static TextFilter timestamp(TimeFormat style) {
        return TextFilter.of((input, none) -> new Markdown(style.format((Instant) input)))
                .on(MetadataType.INSTANT);
    }

    /** Unlike Pebble's own, keeps {@link Markdown} as it is. */
    private static @Nullable Object orDefault(@Nullable Object input, @Nullable Object other) {
        return input == null || VisibleText.isBlank(input.toString()) ? other : input;
    }

    private Markdown plan(Object input) {
        String name = input.toString();
        String configured = settings.plans().get(name);
        return MarkdownEscaper.escapeName(
                configured == null || VisibleText.isBlank(configured) ? DisplayNames.title(name) : configured);
    }

    private Markdown label(Object input, @Nullable Object group) {
        List<?> values = input instanceof List<?> list ? list : List.of(input);
        return new Markdown(values.stream()
                .map(value ->
                        labels.label(String.valueOf(group), value.toString()).text())
                .filter(text -> !VisibleText.isBlank(text))
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
    private static TextFilter changed(UnaryOperator<String> change) {
        return TextFilter.of((input, none) -> input instanceof Markdown markdown
                ? new Markdown(change.apply(markdown.text()))
                : change.apply(input.toString()));
    }
}
