package app.moddy.bot.message;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of one action. Never refuses: what can not be read is missing, with a warning. Thread-safe. */
final class MetadataReader<M extends Record> {
    private static final int MAX_ELEMENTS = 100;

    private final MetadataRecord<M> record;
    private final Validator validator;

    /** The components that have constraints: to ask for the others costs as much as to read them. */
    private final Set<String> constrained;

    MetadataReader(Class<M> metadata, Validator validator) {
        this.record = MetadataRecord.of(metadata);
        this.validator = validator;
        this.constrained = validator.getConstraintsForClass(metadata).getConstrainedProperties().stream()
                .map(PropertyDescriptor::getPropertyName)
                .collect(Collectors.toUnmodifiableSet());
    }

    MetadataRecord<M> record() {
        return record;
    }

    MetadataReading<M> read(Map<String, ?> raw) {
        List<MetadataWarning> warnings = new ArrayList<>();
        DiscordLocale language = language(raw.get("locale"), warnings);
        Map<String, Object> values = new HashMap<>();
        for (MetadataField field : record.fields()) {
            Object value = raw.get(field.name());
            if (value != null) {
                read(field, value, warnings).ifPresent(readable -> values.put(field.name(), readable));
            }
        }
        return new MetadataReading<>(build(values, warnings), language, List.copyOf(warnings));
    }

    private M build(Map<String, Object> values, List<MetadataWarning> warnings) {
        try {
            M built = record.build(values);
            record.values(built); // later there would be nobody to warn
            return built;
        } catch (IllegalArgumentException e) {
            warnings.add(new MetadataWarning("metadata", "these values do not go together; all of them are left out"));
            return record.build(Map.of());
        }
    }

    private static @Nullable DiscordLocale language(@Nullable Object raw, List<MetadataWarning> warnings) {
        Reading reading = raw == null ? Reading.MISSING : ScalarReader.text(raw);
        warn("metadata.locale", reading.wanted(), warnings);
        DiscordLocale locale = reading.value() instanceof String tag ? DiscordLocale.from(tag) : DiscordLocale.UNKNOWN;
        return locale == DiscordLocale.UNKNOWN ? null : locale;
    }

    private Optional<Object> read(MetadataField field, Object raw, List<MetadataWarning> warnings) {
        String place = "metadata." + field.name();
        Reading reading = switch (field.type()) {
            case TEXT -> ScalarReader.text(raw);
            case NUMBER -> isBlank(raw) ? Reading.MISSING : ScalarReader.number(raw);
            case FLAG -> isBlank(raw) ? Reading.MISSING : ScalarReader.flag(raw);
            case INSTANT -> isBlank(raw) ? Reading.MISSING : InstantReader.read(raw);
            case TEXTS -> texts(place, raw, warnings);
        };
        warn(place, reading.wanted(), warnings);
        return Optional.ofNullable(reading.value()).filter(value -> isAllowed(field, value, warnings));
    }

    private static boolean isBlank(Object raw) {
        return raw instanceof String text && VisibleText.isBlank(text);
    }

    private static Reading texts(String place, Object raw, List<MetadataWarning> warnings) {
        List<?> elements = raw instanceof List<?> list ? list : List.of(raw);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(elements.size(), MAX_ELEMENTS); i++) {
            Object element = elements.get(i);
            Reading reading = element == null ? Reading.MISSING : ScalarReader.text(element);
            warn(raw instanceof List ? place + "[" + i + "]" : place, reading.wanted(), warnings);
            if (reading.value() instanceof String text) {
                texts.add(text);
            }
        }
        if (elements.size() > MAX_ELEMENTS) {
            warn(place, "must have at most " + MAX_ELEMENTS + " elements; the others are left out", warnings);
        }
        return texts.isEmpty() ? Reading.MISSING : Reading.of(List.copyOf(texts));
    }

    private boolean isAllowed(MetadataField field, Object value, List<MetadataWarning> warnings) {
        if (!constrained.contains(field.component().getName())) {
            return true;
        }
        Optional<String> violation = validator
                .validateValue(record.type(), field.component().getName(), value)
                .stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .findFirst();
        violation.ifPresent(wanted -> warn("metadata." + field.name(), wanted, warnings));
        return violation.isEmpty();
    }

    private static void warn(String field, @Nullable String wanted, List<MetadataWarning> warnings) {
        if (wanted != null) {
            warnings.add(new MetadataWarning(field, wanted));
        }
    }
}
