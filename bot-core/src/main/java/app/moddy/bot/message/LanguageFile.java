package app.moddy.bot.message;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What is said in one language, parsed and compared with the plugin's base file; not yet compiled.
 *
 * @param replies by their keys
 */
record LanguageFile(
        DiscordLocale language,
        Labels labels,
        Map<String, ActionSource> actions,
        Map<String, SourceText> replies,
        Map<String, String> words) {

    /** Each action of the plugin must be there. */
    static LanguageFile base(YamlSection file, PluginParts plugin) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        allowOnly(file, plugin.actionNames());
        for (String action : plugin.actionNames()) {
            if (!file.keys().contains(action)) {
                file.fault(action, "is missing; write a template for this action of the plugin");
            }
            file.section(action).ifPresent(template -> actions.put(action, BaseActionParser.parse(template)));
        }
        Labels labels = LabelsParser.parse(file, Optional.empty());
        CommandTexts texts = CommandTextsParser.base(file, plugin);
        return new LanguageFile(LanguageChoice.BASE, labels, actions, texts.replies(), texts.words());
    }

    /** What the file lacks is fine, but in an action: it is shown in another language. */
    static LanguageFile translation(DiscordLocale language, YamlSection file, PluginParts plugin, LanguageFile base) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        allowOnly(file, plugin.actionNames());
        base.actions.forEach((action, original) -> file.section(action)
                .ifPresent(template -> actions.put(action, TranslationParser.parse(template, original))));
        Labels labels = LabelsParser.parse(file, Optional.of(base.labels));
        CommandTexts texts = CommandTextsParser.translation(file, plugin, base.replies.keySet());
        return new LanguageFile(language, labels, actions, texts.replies(), texts.words());
    }

    private static void allowOnly(YamlSection file, Set<String> actions) {
        Set<String> known = new LinkedHashSet<>(actions);
        known.add(Labels.KEY);
        known.add(CommandTextsParser.COMMANDS);
        known.add(CommandTextsParser.REPLIES);
        file.allowOnly(known);
    }
}
