package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.NotificationRequest;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.notifications.delivery.Standing;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-test}: sends a sample by the same path as a backend's request, marked as a test. */
final class NotifyTestCommand implements SlashCommand {
    private final MessageTemplates templates;
    private final Notifier notifier;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    NotifyTestCommand(MessageTemplates templates, Notifier notifier, Replies replies, AuditLog audit) {
        this.templates = templates;
        this.notifier = notifier;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-test", "Sends a sample notification, marked as a test")
                .addOption(OptionType.STRING, "action", "What it is about", true, true)
                .addOption(
                        OptionType.STRING, "sample", "Which sample of it; the first one if you name none", false, true)
                .addOption(OptionType.USER, "user", "Who gets it; you if you name nobody", false)
                .addOption(OptionType.STRING, "language", "In which language", false, true);
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
            case "language" -> SampleNotice.languageTags(templates);
            default -> List.of();
        };
        return CompletableFuture.completedStage(call.matching(all));
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Phrases phrases = new Phrases(replies, call.language());
        SampleNotice wanted = SampleNotice.of(call, templates, SampleNotice.languageTags(templates), phrases);
        if (wanted.notice() == null) {
            return CompletableFuture.completedStage(Reply.refusal(wanted.fault()));
        }
        Snowflake recipient =
                call.user("user").map(user -> new Snowflake(user.getIdLong())).orElse(call.caller());
        NotificationRequest test =
                new NotificationRequest(recipient, wanted.notice().asTest());
        if (recipient.equals(call.caller())) {
            return send(call, test, phrases);
        }
        return CompletableFuture.completedStage(Reply.confirm(
                phrases.say(
                        "notify-test.question",
                        Map.of("action", test.notice().action(), "user", Phrases.user(recipient))),
                phrases.say("notify-test.button"),
                () -> send(call, test, phrases)));
    }

    private CompletionStage<Reply> send(CommandCall call, NotificationRequest test, Phrases phrases) {
        return notifier.deliver(test).thenApply(answer -> {
            if (!(answer instanceof Notifier.Answer.Accepted accepted)) {
                throw new IllegalStateException("a test has no key that could have been used before");
            }
            Standing standing = accepted.standing();
            audit.record(call, "sent a test of %s, ref %s".formatted(standing.action(), standing.id()));
            return Reply.text(TestReport.of(test, standing, phrases));
        });
    }
}
