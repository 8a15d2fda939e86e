package app.moddy.bot.user;

import app.moddy.bot.message.Notice;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What is known of one user's language. The rules of who is addressed in which language are here. Immutable.
 *
 * @param chosen what they chose with {@code /language}; empty: nothing
 * @param lastUsed the language of their Discord when they last used the bot; empty: not known
 */
public record UserLanguage(Optional<DiscordLocale> chosen, Optional<DiscordLocale> lastUsed) {
    /** Nothing is known. */
    public static final UserLanguage NOT_KNOWN = new UserLanguage(Optional.empty(), Optional.empty());

    /** The same user, who uses the bot just now in this language. */
    public UserLanguage using(DiscordLocale language) {
        return new UserLanguage(chosen, known(language));
    }

    /** The language in which to answer who uses the bot in this one: what they chose, else it. */
    public DiscordLocale toAnswer(DiscordLocale used) {
        return chosen.orElse(used);
    }

    /**
     * The notice with its wish for a language as it shall be rendered for this user: what they chose, else what the notice
     * wishes (a caller's {@code metadata.locale}), else the language of their last use of the bot, else none, which is the
     * configured default. A test in a certain language stays in it.
     */
    public Notice wishedFor(Notice notice) {
        Optional<DiscordLocale> wish = notice.language();
        if (notice.test() && wish.isPresent()) {
            return notice;
        }
        return chosen.or(() -> wish)
                .or(() -> lastUsed)
                .map(notice::withLanguage)
                .orElse(notice);
    }

    /** JDA has one locale for all those of Discord's that it does not know. */
    static Optional<DiscordLocale> known(DiscordLocale language) {
        return language == DiscordLocale.UNKNOWN ? Optional.empty() : Optional.of(language);
    }
}
