package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * What the options {@code action}, {@code sample} and {@code language} mean, or why they mean nothing.
 *
 * @param notice the notice of a sample; null when an option is wrong
 * @param fault what is wrong, for the caller; empty otherwise
 */
record SampleNotice(@Nullable Notice notice, String fault) {

    /** @param languages the tags of those that can be wished for */
    static SampleNotice of(CommandCall call, MessageTemplates templates, List<String> languages, Phrases phrases) {
        String action = call.text("action").orElse("");
        if (!templates.actions().contains(action)) {
            return wrong("action", action, templates.actions(), phrases);
        }
        List<String> samples = sampleNames(templates, action);
        String name = call.text("sample").orElse(samples.get(0));
        Optional<Sample> sample = templates.samples(action).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (sample.isEmpty()) {
            return wrong("sample", name, samples, phrases);
        }
        Optional<String> language = call.text("language");
        if (language.isPresent() && !languages.contains(language.get())) {
            return wrong("language", language.get(), languages, phrases);
        }
        Notice notice =
                templates.notice(action, sample.get().plan(), sample.get().metadata());
        return new SampleNotice(
                language.map(DiscordLocale::from).map(notice::withLanguage).orElse(notice), "");
    }

    static List<String> sampleNames(MessageTemplates templates, String action) {
        return templates.actions().contains(action)
                ? templates.samples(action).stream().map(Sample::name).toList()
                : List.of();
    }

    /** The tags of the languages that there are templates in. */
    static List<String> languageTags(MessageTemplates templates) {
        return templates.languages().stream().map(DiscordLocale::getLocale).toList();
    }

    private static SampleNotice wrong(String option, String value, List<String> known, Phrases phrases) {
        String shown = value.length() > 50 ? value.substring(0, 50) + "…" : value;
        return new SampleNotice(null, phrases.say("sample.unknown_" + option, Map.of("value", shown, "known", known)));
    }
}
