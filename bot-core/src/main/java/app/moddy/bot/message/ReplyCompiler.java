package app.moddy.bot.message;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Compiles a plugin's replies: the base text says which values there are, the other languages name no others. */
final class ReplyCompiler {
    private ReplyCompiler() {}

    static Map<String, ReplyText> compile(PluginFiles files, Map<DiscordLocale, TemplateEngine> engines) {
        Map<String, ReplyText> replies = new LinkedHashMap<>();
        files.base().replies().forEach((key, text) -> {
            TemplateEngine base = Objects.requireNonNull(engines.get(LanguageChoice.BASE), "no base engine");
            replies.put(key, compile(key, base.variables(text), files.all(), engines));
        });
        return replies;
    }

    private static ReplyText compile(
            String key,
            Map<String, MetadataType> variables,
            List<LanguageFile> files,
            Map<DiscordLocale, TemplateEngine> engines) {
        Map<String, Map<String, @Nullable Object>> trials = new LinkedHashMap<>();
        trials.put("all values there", TemplateValues.examples(variables));
        trials.put("no values", Map.of());
        Map<DiscordLocale, TextTemplate> texts = new EnumMap<>(DiscordLocale.class);
        for (LanguageFile file : files) {
            SourceText source = file.replies().get(key);
            TemplateEngine engine = engines.get(file.language());
            if (source != null && engine != null) {
                TextCompiler compiler = new TextCompiler(engine, variables, trials);
                compiler.compile(source, ReplyText.LIMIT).ifPresent(text -> texts.put(file.language(), text));
            }
        }
        return new ReplyText(variables, texts);
    }
}
