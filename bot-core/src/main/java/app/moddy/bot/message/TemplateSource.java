package app.moddy.bot.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a plugin's language files are. */
public interface TemplateSource {
    /**
     * The text of the file of a language.
     *
     * @param languageTag a Discord locale such as {@code en-US}
     * @return empty if there is no such file
     */
    Optional<String> text(String languageTag);

    /** What the file of a language is called in faults. */
    default String file(String languageTag) {
        return "templates/" + languageTag + ".yml";
    }

    /** The files {@code templates/<tag>.yml} (UTF-8) beside a class of the plugin. */
    static TemplateSource of(Class<?> beside) {
        return languageTag -> {
            try (InputStream in = beside.getResourceAsStream("templates/" + languageTag + ".yml")) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("templates/" + languageTag + ".yml beside " + beside.getName(), e);
            }
        };
    }
}
