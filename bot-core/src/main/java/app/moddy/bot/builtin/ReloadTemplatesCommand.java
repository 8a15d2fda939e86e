package app.moddy.bot.builtin;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Page;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.OperatorTemplates;
import app.moddy.bot.message.OperatorTemplates.Reload;
import app.moddy.bot.message.Replies;
import app.moddy.bot.message.TemplateFault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /reload-templates}: reads the operator's folder now, and says what has changed and what is wrong. */
@Singleton
final class ReloadTemplatesCommand implements SlashCommand {
    /** So many fit into one reply, unless their files have very long names. */
    private static final int ON_A_PAGE = 8;

    private final OperatorTemplates templates;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    ReloadTemplatesCommand(OperatorTemplates templates, Replies replies, AuditLog audit) {
        this.templates = templates;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("reload-templates", "Reads the folder of your own texts again");
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Reload reload = templates.reload();
        audit.record(
                call,
                "read the templates again: %s files changed, %s faults"
                        .formatted(reload.changed().size(), reload.faults().size()));
        return CompletableFuture.completedStage(Reply.pages(
                page(0, reload, call.language()),
                index -> CompletableFuture.completedStage(page(index, reload, call.language()))));
    }

    private Page page(int index, Reload reload, DiscordLocale language) {
        List<String> faults = reload.faults().stream()
                .skip((long) index * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(TemplateFault::toString)
                .toList();
        String text = replies.say(
                language,
                "reload-templates.done",
                Map.of("files", reload.changed(), "count", reload.faults().size(), "faults", faults));
        return Page.text(text, reload.faults().size() > (index + 1) * ON_A_PAGE);
    }
}
