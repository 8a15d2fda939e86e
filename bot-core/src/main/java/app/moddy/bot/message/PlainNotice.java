package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What users are told when the text of an action fails: that there is news about their account, in core's own words. */
final class PlainNotice {
    private static final int COLOUR = 0x0099ff;

    private static final MetadataWarning WARNING = new MetadataWarning(
            "action", "its text failed; the user is told only that there is news about their account");

    private final WordingRegistry wording;
    private final DiscordLocale configured;

    PlainNotice(WordingRegistry wording, DiscordLocale configured) {
        this.wording = wording;
        this.configured = configured;
    }

    RenderedNotice of(Notice notice, String ref) {
        ReplyText title = text("news.title");
        DiscordLocale language = LanguageChoice.choose(
                notice.language().orElse(null), configured, title.texts().keySet());
        EmbedTemplate plain =
                new EmbedTemplate(COLOUR, in(language, title), in(language, text("news.description")), List.of());
        return new RenderedNotice(plain.render(Map.of(), notice.test(), ref), language, List.of(WARNING));
    }

    private ReplyText text(String key) {
        Map<String, ReplyText> core = wording.now().replies().getOrDefault(ActionRegistry.CORE, Map.of());
        return Objects.requireNonNull(core.get(key), "core's own texts are registered first");
    }

    private static TextTemplate in(DiscordLocale language, ReplyText reply) {
        TextTemplate text = reply.texts().get(language);
        return text == null ? Objects.requireNonNull(reply.texts().get(LanguageChoice.BASE), "no base text") : text;
    }
}
