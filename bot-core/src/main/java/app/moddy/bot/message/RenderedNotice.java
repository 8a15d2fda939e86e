package app.moddy.bot.message;

import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What the user will see.
 *
 * @param embed within Discord's limits, without mentions
 * @param language the language that the embed is in, all of it
 * @param warnings for the caller: that the action's text failed, and the embed says only that there is news; else empty
 */
public record RenderedNotice(MessageEmbed embed, DiscordLocale language, List<MetadataWarning> warnings) {
    public RenderedNotice {
        warnings = List.copyOf(warnings);
    }
}
