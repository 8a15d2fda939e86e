package app.moddy.sandbox.rest.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Texts by locale. The documents list 32 locales; Discord's OpenAPI file also knows {@code ar} and {@code he}.
 *
 * @see <a href="https://discord.com/developers/docs/reference#locales">Locales</a>
 */
final class Localizations {
    private static final Set<String> LOCALES = new TreeSet<>(Set.of(
            "ar", "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "he", "hr", "it", "lt", "hu", "nl", "no",
            "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
            "zh-TW", "ko"));

    private Localizations() {}

    /** Checks the locales, and each text with its path. */
    static void check(JsonNode texts, String path, FormErrors errors, BiConsumer<JsonNode, String> text) {
        if (!Shape.isObject(texts, path, errors)) {
            return;
        }
        texts.properties().forEach(entry -> {
            String here = path + "." + entry.getKey();
            if (LOCALES.contains(entry.getKey())) {
                text.accept(entry.getValue(), here);
            } else {
                errors.choices(here, String.join(", ", LOCALES));
            }
        });
    }
}
