package app.moddy.bot.message;

import java.util.List;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * A caller's metadata, read.
 *
 * @param language from {@code metadata.locale}
 */
record MetadataReading<M extends Record>(
        M metadata, @Nullable DiscordLocale language, List<MetadataWarning> warnings) {}
