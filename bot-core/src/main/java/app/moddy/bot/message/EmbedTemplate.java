package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/**
 * One action in one language, compiled. Thread-safe.
 *
 * @param colour 0xRRGGBB
 */
record EmbedTemplate(int colour, TextTemplate title, TextTemplate description, List<Field> fields) {
    private static final String TEST = "Test";

    /** A field is left out when its name or its value comes out empty. */
    record Field(String key, TextTemplate name, TextTemplate value, boolean inline) {}

    MessageEmbed render(Map<String, @Nullable Object> values, boolean test, String ref) {
        String rendered = title.render(values);
        List<EmbedDraft.Field> shown = fields.stream()
                .map(field -> new EmbedDraft.Field(
                        field.name().render(values), field.value().render(values), field.inline()))
                .filter(field -> !field.name().isEmpty() && !field.value().isEmpty())
                .toList();
        EmbedDraft draft = new EmbedDraft(test ? testTitle(rendered) : rendered, description.render(values), shown);
        return draft.embed(colour, (test ? TEST + " · " : "") + "Ref " + ref);
    }

    /** These texts with the look of the base's: what differs between languages is words. */
    EmbedTemplate withLookOf(EmbedTemplate base) {
        Map<String, Boolean> inline = base.fields.stream().collect(Collectors.toMap(Field::key, Field::inline));
        List<Field> looking = fields.stream()
                .map(field -> new Field(
                        field.key(), field.name(), field.value(), inline.getOrDefault(field.key(), field.inline())))
                .toList();
        return new EmbedTemplate(base.colour, title, description, looking);
    }

    private static String testTitle(String title) {
        return title.isEmpty() ? "🧪 " + TEST : "🧪 " + TEST + " · " + title;
    }
}
