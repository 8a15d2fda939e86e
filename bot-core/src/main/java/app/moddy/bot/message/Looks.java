package app.moddy.bot.message;

import java.util.EnumMap;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What an embed looks like is the same in every language: as the base has it. */
final class Looks {
    private Looks() {}

    static Map<DiscordLocale, EmbedTemplate> likeTheBase(Map<DiscordLocale, EmbedTemplate> templates) {
        EmbedTemplate base = templates.get(LanguageChoice.BASE);
        if (base == null) {
            return templates;
        }
        Map<DiscordLocale, EmbedTemplate> alike = new EnumMap<>(DiscordLocale.class);
        templates.forEach((language, template) -> alike.put(language, template.withLookOf(base)));
        return alike;
    }
}
