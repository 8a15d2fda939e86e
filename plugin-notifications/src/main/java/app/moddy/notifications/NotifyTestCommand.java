package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.notifications.delivery.NotificationRequest;
import app.moddy.notifications.delivery.Notifier;
import jakarta.inject.Inject;
import java.util.List;
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

    @Inject
    NotifyTestCommand(MessageTemplates templates, Notifier notifier) {
        this.templates = templates;
        this.notifier = notifier;
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
                TestNotice.sampleNames(templates, call.text("action").orElse(""));
            case "language" -> TestNotice.languageTags(templates);
            default -> List.of();
        };
        return CompletableFuture.completedStage(call.matching(all));
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        TestNotice wanted = TestNotice.of(call, templates);
        if (wanted.notice() == null) {
            return CompletableFuture.completedStage(Reply.text(wanted.fault()));
        }
        Snowflake recipient =
                call.user("user").map(user -> new Snowflake(user.getIdLong())).orElse(call.caller());
        NotificationRequest test = new NotificationRequest(recipient, wanted.notice());
        if (recipient.equals(call.caller())) {
            return send(test);
        }
        return CompletableFuture.completedStage(Reply.confirm(
                "Send a test of `" + wanted.notice().action() + "` to <@" + recipient + ">? They will really get it.",
                "Send the test",
                () -> send(test)));
    }

    private CompletionStage<Reply> send(NotificationRequest test) {
        return notifier.deliver(test).thenApply(answer -> Reply.text(TestReport.of(test, answer)));
    }
}
