package app.moddy.bot.message;

import app.moddy.bot.message.ActionSource.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an action from a file of another language: the same texts as in the base file, and nothing but texts. */
final class TranslationParser {
    private static final String BASE_ONLY = "belongs in the base file (en-US) only: it is the same in every language";

    private TranslationParser() {}

    static ActionSource parse(YamlSection action, ActionSource base) {
        Set<String> texts = new LinkedHashSet<>(List.of("title"));
        base.description().ifPresent(text -> texts.add("description"));
        if (!base.fields().isEmpty()) {
            texts.add("fields");
        }
        allowOnly(action, texts, Set.of("colour", "samples"));
        return new ActionSource(
                action.line(),
                base.colour(),
                action.text("title"),
                action.removes("description")
                        ? Optional.empty()
                        : base.description().map(text -> action.text("description")),
                fields(action, base.fields()),
                List.of());
    }

    private static List<Field> fields(YamlSection action, List<Field> base) {
        Optional<YamlSection> section = action.section("fields");
        if (section.isEmpty()) {
            if (!base.isEmpty() && !action.keys().contains("fields")) {
                action.fault("fields", "is missing; translate the fields of the base file");
            }
            return List.of();
        }
        section.get().allowOnly(base.stream().map(Field::key).collect(Collectors.toSet()));
        return base.stream()
                .filter(field -> !section.get().removes(field.key()))
                .flatMap(field -> field(section.get(), field).stream())
                .toList();
    }

    private static Optional<Field> field(YamlSection fields, Field base) {
        if (!fields.keys().contains(base.key())) {
            fields.fault(base.key(), "is missing; translate its name and value");
        }
        return fields.section(base.key()).map(field -> {
            allowOnly(field, Set.of("name", "value"), Set.of("inline"));
            return new Field(base.key(), field.text("name"), field.text("value"), base.inline());
        });
    }

    private static void allowOnly(YamlSection section, Set<String> allowed, Set<String> baseOnly) {
        Set<String> known = new LinkedHashSet<>(allowed);
        for (String key : baseOnly) {
            known.add(key);
            if (section.keys().contains(key)) {
                section.fault(key, BASE_ONLY);
            }
        }
        section.allowOnly(known);
    }
}
