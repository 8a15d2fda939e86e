package app.moddy.bot.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * A plugin's files with the operator's over them.
 *
 * @param base the plugin's own, with which all others are compared
 * @param all as they are to be used, the base first; none after a fault of the base
 */
record PluginFiles(KnownKeys known, LanguageFile base, List<LanguageFile> all) {

    static PluginFiles of(PluginTexts plugin, List<OperatorFile> operators, List<TemplateFault> faults) {
        Map<DiscordLocale, YamlSection> own = YamlFiles.of(plugin, faults);
        YamlSection root = own.get(LanguageChoice.BASE);
        if (root == null) {
            return new PluginFiles(new KnownKeys(plugin.actionNames(), Map.of()), LanguageFile.NONE, List.of());
        }
        KnownKeys known = KnownKeys.of(plugin, root);
        LanguageFile base = LanguageFile.base(root, plugin);
        Map<DiscordLocale, LanguageFile> files = new LinkedHashMap<>();
        own.forEach((language, file) -> files.put(
                language,
                language == LanguageChoice.BASE ? base : LanguageFile.translation(language, file, plugin, base)));
        for (OperatorFile operator : operators) {
            operator.root(faults)
                    .map(known::partOf)
                    .filter(part -> !part.keys().isEmpty())
                    .ifPresent(part -> {
                        YamlSection below = own.get(operator.language());
                        YamlSection merged = below == null ? part : below.under(part);
                        files.put(operator.language(), overridden(operator.language(), part, merged, plugin, base));
                    });
        }
        return new PluginFiles(known, base, List.copyOf(files.values()));
    }

    private static LanguageFile overridden(
            DiscordLocale language, YamlSection part, YamlSection merged, PluginTexts plugin, LanguageFile base) {
        return language == LanguageChoice.BASE
                ? LanguageFile.overBase(part, merged, plugin, base)
                : LanguageFile.translation(language, merged, plugin, base);
    }
}
