package app.moddy.bot.message;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** The replies of one plugin, as they are at the moment. */
final class RegisteredReplies implements Replies {
    private final Supplier<Map<String, ReplyText>> replies;
    private final DiscordLocale configured;

    RegisteredReplies(Supplier<Map<String, ReplyText>> replies, DiscordLocale configured) {
        this.replies = replies;
        this.configured = configured;
    }

    @Override
    public String say(DiscordLocale language, String key, Map<String, ?> values) {
        Map<String, ReplyText> known = replies.get();
        ReplyText reply = known.get(key);
        if (reply == null) {
            throw new IllegalArgumentException(NearestName.unknown("reply", key, known.keySet()));
        }
        DiscordLocale chosen =
                LanguageChoice.choose(language, configured, reply.texts().keySet());
        return reply.say(Objects.requireNonNull(reply.texts().get(chosen), "no base text"), values);
    }
}
