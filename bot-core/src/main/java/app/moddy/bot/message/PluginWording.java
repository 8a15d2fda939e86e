package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What one plugin can say. See {@link Wording}.
 *
 * @param known which keys of the operator's files are for it
 */
record PluginWording(
        String plugin,
        KnownKeys known,
        List<RegisteredAction> actions,
        Map<String, ReplyText> replies,
        Map<DiscordLocale, Map<String, String>> words) {}
