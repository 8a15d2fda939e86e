package app.moddy.bot.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Which of the languages that there are is the nearest to the one that is wished for. */
final class LanguageChoice {
    /** The language of every plugin's base file. */
    static final DiscordLocale BASE = DiscordLocale.ENGLISH_US;

    private LanguageChoice() {}

    static DiscordLocale choose(
            @Nullable DiscordLocale wish, DiscordLocale configured, Collection<DiscordLocale> available) {
        return nearest(wish == null ? configured : wish, available)
                .or(() -> nearest(configured, available))
                .orElse(BASE);
    }

    private static Optional<DiscordLocale> nearest(DiscordLocale wanted, Collection<DiscordLocale> available) {
        if (available.contains(wanted)) {
            return Optional.of(wanted);
        }
        return available.stream()
                .filter(other -> language(other).equals(language(wanted)))
                .min(Comparator.comparing(DiscordLocale::getLocale));
    }

    private static String language(DiscordLocale locale) {
        return locale.toLocale().getLanguage();
    }
}
