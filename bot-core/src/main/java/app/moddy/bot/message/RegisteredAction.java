package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * An action with all that is needed to tell users of it.
 *
 * @param line where it begins in the base file
 * @param templates by language; always has the base language
 */
record RegisteredAction(
        String plugin,
        UserAction<?> action,
        int line,
        MetadataReader<?> reader,
        Map<DiscordLocale, EmbedTemplate> templates,
        List<Sample> samples) {}
