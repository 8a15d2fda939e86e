package app.moddy.bot.message;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * One action's part of a template file, not yet compiled.
 *
 * @param line where it begins
 * @param colour 0xRRGGBB
 */
record ActionSource(
        int line,
        int colour,
        SourceText title,
        Optional<SourceText> description,
        List<Field> fields,
        List<SampleSource> samples) {

    /** @param key the name by which the languages' texts of one field belong together */
    record Field(String key, SourceText name, SourceText value, boolean inline) {}

    /** A sample and where its metadata stands. */
    record SampleSource(Sample sample, YamlSection metadata) {
        /** A sample shows how callers do it: what is tolerated of a caller is a fault here. */
        void refuse(List<MetadataWarning> warnings, MetadataRecord<?> declared) {
            Set<String> known = new LinkedHashSet<>(Set.of("locale"));
            declared.fields().forEach(field -> known.add(field.name()));
            if (!sample.metadata().isEmpty()) {
                metadata.allowOnly(known);
            }
            for (MetadataWarning warning : warnings) {
                String key = warning.field().replaceFirst("^metadata\\.", "").replaceFirst("\\[.*", "");
                metadata.fault(key, warning.message());
            }
            Object locale = sample.metadata().get("locale");
            if (locale != null && DiscordLocale.from(locale.toString()) == DiscordLocale.UNKNOWN) {
                metadata.fault("locale", NearestName.unknown("Discord locale", locale.toString(), tags()));
            }
        }

        private static Set<String> tags() {
            return EnumSet.complementOf(EnumSet.of(DiscordLocale.UNKNOWN)).stream()
                    .map(DiscordLocale::getLocale)
                    .collect(Collectors.toSet());
        }
    }
}
