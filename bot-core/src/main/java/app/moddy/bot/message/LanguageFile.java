package app.moddy.bot.message;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** A plugin's template file of one language, parsed and compared with the base file; not yet compiled. */
record LanguageFile(DiscordLocale language, Labels labels, Map<String, ActionSource> actions, TemplateFaults faults) {

    /** @param known the plugin's actions, each of which must be there */
    static LanguageFile base(String yaml, Set<String> known, TemplateFaults faults) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        Optional<YamlSection> file = YamlSection.of(yaml, faults);
        file.ifPresent(section -> {
            allowOnly(section, known);
            for (String action : known) {
                if (section.keys().contains(action)) {
                    section.section(action)
                            .ifPresent(template -> actions.put(action, BaseActionParser.parse(template)));
                } else {
                    section.fault(action, "is missing; write a template for this action of the plugin");
                }
            }
        });
        Labels labels = file.map(section -> LabelsParser.parse(section, Optional.empty()))
                .orElse(new Labels(Map.of()));
        return new LanguageFile(LanguageChoice.BASE, labels, actions, faults);
    }

    /** An action that the file lacks is fine: it is shown in another language. */
    static LanguageFile translation(
            DiscordLocale language, String yaml, Set<String> known, LanguageFile base, TemplateFaults faults) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        Optional<YamlSection> file = YamlSection.of(yaml, faults);
        file.ifPresent(section -> {
            allowOnly(section, known);
            base.actions.forEach((action, original) -> section.section(action)
                    .ifPresent(template -> actions.put(action, TranslationParser.parse(template, original))));
        });
        Labels labels = file.map(section -> LabelsParser.parse(section, Optional.of(base.labels)))
                .orElse(new Labels(Map.of()));
        return new LanguageFile(language, labels, actions, faults);
    }

    private static void allowOnly(YamlSection file, Set<String> actions) {
        Set<String> known = new LinkedHashSet<>(actions);
        known.add(Labels.KEY);
        file.allowOnly(known);
    }
}
