package app.moddy.notifications.delivery;

import app.moddy.bot.json.Json;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.MetadataWarning;
import app.moddy.bot.message.Notice;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Notices to and from what the store keeps of them. Thread-safe. */
final class NoticeJson {
    private final MessageTemplates templates;

    @Inject
    NoticeJson(MessageTemplates templates) {
        this.templates = templates;
    }

    StoredNotice store(Notice notice) {
        return new StoredNotice(
                notice.action(),
                notice.plan().orElse(null),
                Json.write(templates.metadata(notice)),
                notice.language().map(DiscordLocale::getLocale).orElse(null),
                notice.test());
    }

    /** The notice; empty when its action is not registered now. */
    Optional<Notice> restore(StoredNotice stored) {
        if (!templates.actions().contains(stored.action())) {
            return Optional.empty();
        }
        String metadata = stored.metadata();
        Notice notice = templates.notice(
                stored.action(), stored.plan(), metadata == null ? Map.of() : Json.readObject(metadata));
        if (stored.language() != null) {
            notice = notice.withLanguage(DiscordLocale.from(stored.language()));
        }
        return Optional.of(stored.test() ? notice.asTest() : notice);
    }

    static String write(List<MetadataWarning> warnings) {
        return Json.write(warnings);
    }

    static List<MetadataWarning> warnings(String json) {
        return Json.readList(json).stream().map(NoticeJson::warning).toList();
    }

    private static MetadataWarning warning(@Nullable Object stored) {
        if (stored instanceof Map<?, ?> warning
                && warning.get("field") instanceof String field
                && warning.get("message") instanceof String message) {
            return new MetadataWarning(field, message);
        }
        throw new IllegalStateException("the store has a warning that it was never given");
    }
}
