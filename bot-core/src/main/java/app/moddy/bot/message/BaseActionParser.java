package app.moddy.bot.message;

import app.moddy.bot.message.ActionSource.Field;
import app.moddy.bot.message.ActionSource.SampleSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** Reads an action from a plugin's base file, which fixes look, order and samples for all languages. */
final class BaseActionParser {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private BaseActionParser() {}

    static ActionSource parse(YamlSection action) {
        action.allowOnly(Set.of("colour", "title", "description", "fields", "samples"));
        return new ActionSource(
                action.line(),
                colour(action),
                action.text("title"),
                action.keys().contains("description") && !action.removes("description")
                        ? Optional.of(action.text("description"))
                        : Optional.empty(),
                action.section("fields").map(BaseActionParser::fields).orElse(List.of()),
                samples(action));
    }

    private static int colour(YamlSection action) {
        String colour = action.text("colour").text();
        if (COLOUR.matcher(colour).matches()) {
            return Integer.parseInt(colour.substring(1), 16);
        } else if (!VisibleText.isBlank(colour)) {
            action.fault("colour", "must be a colour such as \"#00ff00\", in quotes");
        }
        return 0;
    }

    private static List<Field> fields(YamlSection section) {
        List<Field> fields = new ArrayList<>();
        for (String key : section.keys()) {
            if (!section.removes(key)) {
                section.section(key).ifPresent(field -> fields.add(field(key, field)));
            }
        }
        if (fields.size() > MessageEmbed.MAX_FIELD_AMOUNT) {
            section.fault(
                    List.copyOf(section.keys()).get(MessageEmbed.MAX_FIELD_AMOUNT),
                    "is field %s; Discord shows at most %s"
                            .formatted(MessageEmbed.MAX_FIELD_AMOUNT + 1, MessageEmbed.MAX_FIELD_AMOUNT));
        }
        return fields;
    }

    private static Field field(String key, YamlSection field) {
        field.allowOnly(Set.of("name", "value", "inline"));
        Optional<Object> inline = field.data("inline");
        if (inline.isPresent() && !(inline.get() instanceof Boolean)) {
            field.fault("inline", "must be true or false");
        }
        return new Field(key, field.text("name"), field.text("value"), inline.equals(Optional.of(true)));
    }

    private static List<SampleSource> samples(YamlSection action) {
        List<SampleSource> samples = new ArrayList<>();
        action.section("samples").ifPresent(section -> {
            for (String name : section.keys()) {
                section.section(name).ifPresent(sample -> samples.add(sample(name, sample)));
            }
        });
        if (samples.isEmpty()) {
            action.fault("samples", "needs at least one: usual: {plan: moddy_max, metadata: {}}");
        }
        return samples;
    }

    private static SampleSource sample(String name, YamlSection sample) {
        sample.allowOnly(Set.of("plan", "metadata"));
        Optional<Object> plan = sample.data("plan");
        if (plan.isPresent() && !(plan.get() instanceof String)) {
            sample.fault("plan", "must be a text");
        }
        Optional<YamlSection> section = sample.section("metadata");
        Map<String, Object> metadata = new LinkedHashMap<>();
        section.ifPresent(values ->
                values.keys().forEach(key -> values.data(key).ifPresent(value -> metadata.put(key, value))));
        return new SampleSource(
                new Sample(name, plan.map(Object::toString).orElse(null), metadata), section.orElse(sample));
    }
}
