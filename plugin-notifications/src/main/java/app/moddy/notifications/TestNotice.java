package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.Sample;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /notify-test} shall say, or why it cannot.
 *
 * @param notice the notice of a sample, marked as a test; null when an option is wrong
 * @param fault what is wrong, for the caller; empty otherwise
 */
record TestNotice(@Nullable Notice notice, String fault) {

    static TestNotice of(CommandCall call, MessageTemplates templates) {
        String action = call.text("action").orElse("");
        if (!templates.actions().contains(action)) {
            return wrong("action", action, templates.actions());
        }
        List<String> samples = sampleNames(templates, action);
        String name = call.text("sample").orElse(samples.get(0));
        Optional<Sample> sample = templates.samples(action).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (sample.isEmpty()) {
            return wrong("sample", name, samples);
        }
        Optional<String> language = call.text("language");
        if (language.isPresent() && !languageTags(templates).contains(language.get())) {
            return wrong("language", language.get(), languageTags(templates));
        }
        Notice notice = templates
                .notice(action, sample.get().plan(), sample.get().metadata())
                .asTest();
        return new TestNotice(
                language.map(DiscordLocale::from).map(notice::withLanguage).orElse(notice), "");
    }

    static List<String> sampleNames(MessageTemplates templates, String action) {
        return templates.actions().contains(action)
                ? templates.samples(action).stream().map(Sample::name).toList()
                : List.of();
    }

    static List<String> languageTags(MessageTemplates templates) {
        return templates.languages().stream().map(DiscordLocale::getLocale).toList();
    }

    private static TestNotice wrong(String option, String value, List<String> known) {
        String shown = clipped(value, 50).replace('`', '\'');
        String all = clipped(String.join(", ", known), 1_500); // a message takes 2,000 characters in all
        return new TestNotice(null, "There is no " + option + " `" + shown + "`. Known: " + all);
    }

    private static String clipped(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "…" : text;
    }
}
