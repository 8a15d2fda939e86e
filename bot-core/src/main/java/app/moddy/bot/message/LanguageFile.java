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
    static LanguageFile base(YamlSection file, Set<String> known, TemplateFaults faults) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        allowOnly(file, known);
        for (String action : known) {
            if (!file.keys().contains(action)) {
                file.fault(action, "is missing; write a template for this action of the plugin");
            }
            file.section(action).ifPresent(template -> actions.put(action, BaseActionParser.parse(template)));
        }
        return new LanguageFile(LanguageChoice.BASE, LabelsParser.parse(file, Optional.empty()), actions, faults);
    }

    /** An action that the file lacks is fine: it is shown in another language. */
    static LanguageFile translation(
            DiscordLocale language, YamlSection file, Set<String> known, LanguageFile base, TemplateFaults faults) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        allowOnly(file, known);
        base.actions.forEach((action, original) -> file.section(action)
                .ifPresent(template -> actions.put(action, TranslationParser.parse(template, original))));
        return new LanguageFile(language, LabelsParser.parse(file, Optional.of(base.labels)), actions, faults);
    }

    private static void allowOnly(YamlSection file, Set<String> actions) {
        Set<String> known = new LinkedHashSet<>(actions);
        known.add(Labels.KEY);
        file.allowOnly(known);
    }
}
