package app.moddy.notifications.delivery;

import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.MetadataWarning;
import app.moddy.bot.message.Notice;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Notices to and from what the store keeps of them. Thread-safe. */
final class NoticeJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<MetadataWarning>> WARNINGS = new TypeReference<>() {};

    private final MessageTemplates templates;

    @Inject
    NoticeJson(MessageTemplates templates) {
        this.templates = templates;
    }

    StoredNotice store(Notice notice) {
        return new StoredNotice(
                notice.action(),
                notice.plan().orElse(null),
                write(templates.metadata(notice)),
                notice.language().map(DiscordLocale::getLocale).orElse(null),
                notice.test());
    }

    /** The notice; empty when its action is not registered now. */
    Optional<Notice> restore(StoredNotice stored) {
        if (!templates.actions().contains(stored.action())) {
            return Optional.empty();
        }
        String metadata = stored.metadata();
        Notice notice =
                templates.notice(stored.action(), stored.plan(), metadata == null ? Map.of() : read(metadata, OBJECT));
        if (stored.language() != null) {
            notice = notice.withLanguage(DiscordLocale.from(stored.language()));
        }
        return Optional.of(stored.test() ? notice.asTest() : notice);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers always have a form in JSON", e);
        }
    }

    static List<MetadataWarning> warnings(String json) {
        return read(json, WARNINGS);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store has JSON that it was never given", e);
        }
    }
}
