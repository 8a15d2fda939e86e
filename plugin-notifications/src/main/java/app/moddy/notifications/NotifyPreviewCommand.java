package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.RenderedNotice;
import app.moddy.bot.message.Replies;
import app.moddy.bot.message.TemplateFault;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-preview}: what a notification looks like; with what keeps the operator's file of its language from being used. */
final class NotifyPreviewCommand implements SlashCommand {
    private final MessageTemplates templates;
    private final Replies replies;

    @Inject
    NotifyPreviewCommand(MessageTemplates templates, Replies replies) {
        this.templates = templates;
        this.replies = replies;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-preview", "Shows what a notification looks like, and sends nothing")
                .addOption(OptionType.STRING, "action", "What it is about", true, true)
                .addOption(
                        OptionType.STRING, "sample", "Which sample of it; the first one if you name none", false, true)
                .addOption(OptionType.STRING, "language", "In which language; yours if you name none", false, true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        List<String> all = switch (call.option()) {
            case "action" -> templates.actions();
            case "sample" ->
                SampleNotice.sampleNames(templates, call.text("action").orElse(""));
            case "language" -> languages();
            default -> List.of();
        };
        return CompletableFuture.completedStage(call.matching(all));
    }

    /** Also that of a file which is not used: who asks for it wants to know why. One that is misnamed has none. */
    private List<String> languages() {
        return Stream.concat(
                        templates.languages().stream(),
                        templates.faults().stream().map(TemplateFault::language))
                .filter(language -> language != DiscordLocale.UNKNOWN)
                .map(DiscordLocale::getLocale)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Phrases phrases = new Phrases(replies, call.language());
        SampleNotice wanted = SampleNotice.of(call, templates, languages(), phrases);
        Notice notice = wanted.notice();
        if (notice == null) {
            return CompletableFuture.completedStage(Reply.refusal(wanted.fault()));
        }
        DiscordLocale wish = notice.language().orElse(call.language());
        RenderedNotice rendered = templates.render(notice.withLanguage(wish), "preview");
        List<String> faults = templates.faults().stream()
                .filter(fault -> fault.language() == wish || fault.language() == rendered.language())
                .map(TemplateFault::toString)
                .toList();
        String language = rendered.language().getLocale();
        String text = faults.isEmpty()
                ? phrases.say("notify-preview.shown", Map.of("language", language))
                : phrases.say("notify-preview.faulty", Map.of("language", language, "faults", faults));
        return CompletableFuture.completedStage(Reply.embed(text, rendered.embed()));
    }
}
