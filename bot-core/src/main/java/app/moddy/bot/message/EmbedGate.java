package app.moddy.bot.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/** Renders every action in every language with every sample, and with {@link AwkwardMetadata}, and looks at the embeds. */
final class EmbedGate {
    private static final String REF = "1234567890123456789";

    /** Of users, roles and everybody, whoever wrote it; a channel, a command or an emoji may be the template's own. */
    private static final Pattern MENTION = Pattern.compile("(?<!\\\\)<@[!&]?\\d|@everyone|@here");

    private final MessageSettings settings;

    EmbedGate(MessageSettings settings) {
        this.settings = settings;
    }

    /** What is wrong, each with action, language and sample. */
    List<String> faultsOf(Collection<RegisteredAction> actions) {
        List<String> faults = new ArrayList<>();
        for (RegisteredAction action : actions) {
            action.templates().forEach((language, template) -> {
                String where = action.action().name() + " in " + language.getLocale();
                samplesByFault(action, template)
                        .forEach((fault, samples) -> faults.add("%s, %s: %s".formatted(where, some(samples), fault)));
            });
        }
        return faults;
    }

    private Map<String, List<String>> samplesByFault(RegisteredAction action, EmbedTemplate template) {
        Map<String, List<String>> samples = new LinkedHashMap<>();
        for (Sample sample : AwkwardMetadata.from(action)) {
            faultsOf(action, sample, template)
                    .forEach(fault -> samples.computeIfAbsent(fault, any -> new ArrayList<>())
                            .add(sample.name()));
        }
        return samples;
    }

    private static String some(List<String> samples) {
        return samples.size() == 1 ? samples.get(0) : samples.get(0) + " and " + (samples.size() - 1) + " more";
    }

    private Stream<String> faultsOf(RegisteredAction action, Sample sample, EmbedTemplate template) {
        Notice notice =
                Notice.of(action.action().name(), sample.plan(), action.reader().read(sample.metadata()));
        Map<String, @Nullable Object> values = TemplateValues.of(
                notice.plan().orElse(null), action.reader().record().values(notice.metadata()), settings);
        try {
            return Stream.of(false, true)
                    .flatMap(test -> faultsOf(template.render(values, test, REF)))
                    .distinct();
        } catch (RuntimeException e) { // whatever it is, it is what the gate is there to find
            return Stream.of("can not be rendered: " + e);
        }
    }

    private static Stream<String> faultsOf(MessageEmbed embed) {
        return Stream.concat(
                Stream.of(
                                fault(embed.getTitle() == null, "has no title"),
                                fault(!embed.isSendable(), "is longer than Discord allows, or empty"),
                                fault(embed.getFields().size() > MessageEmbed.MAX_FIELD_AMOUNT, "has too many fields"))
                        .flatMap(Optional::stream),
                Stream.concat(
                        Stream.concat(
                                text("title", embed.getTitle(), MessageEmbed.TITLE_MAX_LENGTH),
                                text("description", embed.getDescription(), MessageEmbed.DESCRIPTION_MAX_LENGTH)),
                        embed.getFields().stream().flatMap(EmbedGate::faultsOf)));
    }

    private static Stream<String> faultsOf(MessageEmbed.Field field) {
        String name = "field '%s'".formatted(field.getName());
        return Stream.concat(
                text(name, field.getName(), MessageEmbed.TITLE_MAX_LENGTH),
                text(name, field.getValue(), MessageEmbed.VALUE_MAX_LENGTH));
    }

    private static Stream<String> text(String place, @Nullable String text, int limit) {
        if (text == null) {
            return Stream.of();
        }
        return Stream.of(
                        fault(text.length() > limit, place + " has more than " + limit + " characters"),
                        fault(MENTION.matcher(text).find(), place + " mentions somebody"),
                        fault(AwkwardMetadata.isReadAsMarkdown(text), place + " shows a caller's text as Markdown"),
                        fault(
                                AwkwardMetadata.isReordered(text),
                                place + " lets a caller's text reorder what is around it"))
                .flatMap(Optional::stream);
    }

    private static Optional<String> fault(boolean isWrong, String what) {
        return isWrong ? Optional.of(what) : Optional.empty();
    }
}
