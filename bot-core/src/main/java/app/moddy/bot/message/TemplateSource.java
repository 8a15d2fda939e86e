package app.moddy.bot.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a plugin's template files are: one YAML file per language. The one of en-US is the base, which fixes the colours, the
 * order of the fields, the samples and the groups of labels; the others have the same texts and nothing else.
 *
 * <pre>{@code
 * badge_earned:                                   # an action; its texts are Pebble templates
 *   colour: "#00ff00"                             # base file only
 *   title: "You have earned {{ badge | label('badge') }}"
 *   description: Well done.                       # may be left out
 *   fields:                                       # at most 25; one with an empty name or value is not shown
 *     since: {name: Since, value: "{{ earned_at | date }}", inline: true}
 *   samples:                                      # base file only, at least one
 *     gold: {plan: moddy_max, metadata: {badge: gold, earned_at: 2024-01-20}}
 * _labels:                                        # words for values
 *   badge: {gold: the golden badge}
 * }</pre>
 *
 * <p>Variables: {@code plan}, {@code default_paid_plan} and the action's metadata, null when missing. Tags: {@code if},
 * {@code for}. Filters: {@code money(currency)}, {@code date}, {@code time}, {@code relative}, {@code plan}, {@code label('group')},
 * {@code default(value)}, {@code join(separator)}, {@code upper}, {@code lower}, {@code capitalize}, {@code escape}. What is
 * interpolated is shown as it is, never as Markdown, and mentions nobody. That goes for the texts in an expression too: the
 * Markdown of {@code '**' ~ plan} or {@code default('**none**')} is escaped; write it outside the braces.
 *
 * <p>Do not interpolate inside a URL or a masked link's target: escaping is for texts, and a value could lead elsewhere.
 */
public interface TemplateSource {
    /**
     * The text of the file of a language.
     *
     * @param languageTag a Discord locale such as {@code en-US}
     * @return empty if there is no such file
     * @throws UncheckedIOException if it can not be read, or is not UTF-8; registering makes a fault of it
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
                // Unlike new String(…), a new decoder reports what is not UTF-8.
                return in == null
                        ? Optional.empty()
                        : Optional.of(StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(in.readAllBytes()))
                                .toString());
            } catch (IOException e) {
                throw new UncheckedIOException("templates/" + languageTag + ".yml beside " + beside.getName(), e);
            }
        };
    }
}
