package app.moddy.bot.message;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    static final LanguageFile NONE =
            new LanguageFile(LanguageChoice.BASE, new Labels(Map.of()), Map.of(), Map.of(), Map.of());

    /** Each action of the plugin must be there. */
    static LanguageFile base(YamlSection file, PluginTexts plugin) {
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

    /**
     * The operator's texts in the base language, and the look of all.
     *
     * @param part what the operator's file says
     * @param merged the same over the base file
     */
    static LanguageFile overBase(YamlSection part, YamlSection merged, PluginTexts plugin, LanguageFile base) {
        Map<String, ActionSource> actions = new LinkedHashMap<>();
        base.actions.forEach((action, original) -> {
            part.section(action).ifPresent(override -> refuseNewKeys(override, original));
            merged.section(action).ifPresent(template -> actions.put(action, BaseActionParser.parse(template)));
        });
        Labels labels = LabelsParser.parse(merged, Optional.of(base.labels));
        CommandTexts texts = CommandTextsParser.overBase(merged, plugin, base.replies.keySet());
        return new LanguageFile(LanguageChoice.BASE, labels, actions, texts.replies(), texts.words());
    }

    private static void refuseNewKeys(YamlSection override, ActionSource original) {
        Set<String> allowed = new LinkedHashSet<>(Set.of("colour", "title"));
        original.description().ifPresent(text -> allowed.add("description"));
        if (!original.fields().isEmpty()) {
            allowed.add("fields");
        }
        override.allowOnly(allowed);
        override.section("fields")
                .ifPresent(fields -> fields.allowOnly(
                        original.fields().stream().map(ActionSource.Field::key).collect(Collectors.toSet())));
    }

    /** What the file lacks is fine, but in an action: it is shown in another language. */
    static LanguageFile translation(DiscordLocale language, YamlSection file, PluginTexts plugin, LanguageFile base) {
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
