package app.moddy.roles;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.RoleChange;
import app.moddy.bot.discord.RoleResult;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /roles-sync}: gives a user the roles of a plan and takes those of the others, as a backend would. */
final class RolesSyncCommand implements SlashCommand {
    private final PlanRoles plans;
    private final GuildChoice guilds;
    private final RoleUpdater updater;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    RolesSyncCommand(PlanRoles plans, GuildChoice guilds, RoleUpdater updater, Replies replies, AuditLog audit) {
        this.plans = plans;
        this.guilds = guilds;
        this.updater = updater;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("roles-sync", "Gives a user the roles of a plan, and takes those of the other plans")
                .addOption(OptionType.USER, "user", "Whose roles", true)
                .addOption(OptionType.STRING, "plan", "Which plan they have", true, true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        return CompletableFuture.completedStage(call.matching(plans.names()));
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        RoleWords words = new RoleWords(replies, call.language());
        Snowflake user = new Snowflake(call.user("user").orElseThrow().getIdLong());
        Optional<RoleWish> wish = plans.wish(user, call.text("plan").orElseThrow());
        if (wish.isEmpty()) {
            Map<String, ?> known = Map.of("known", List.copyOf(plans.names()));
            return CompletableFuture.completedStage(Reply.refusal(words.say("roles-sync.unknown_plan", known)));
        }
        GuildChoice.Choice choice = guilds.choose();
        if (choice.guild().isEmpty()) {
            return CompletableFuture.completedStage(
                    Reply.refusal(words.fault(choice.fault().orElseThrow())));
        }
        String reason = "%s by %s, plan: %s"
                .formatted(call.command(), call.caller(), wish.get().plan());
        return updater.update(choice.guild().get(), wish.get(), reason)
                .thenApply(report -> reply(call, wish.get(), report, words));
    }

    private Reply reply(CommandCall call, RoleWish wish, RoleReport report, RoleWords words) {
        if (report.hasChanged()) {
            // without the user: the bot forgets who wishes it, and the guild's own audit log says whose roles they are
            audit.record(
                    call,
                    "set a member's roles to plan %s: %s given, %s taken"
                            .formatted(
                                    wish.plan(),
                                    report.done(RoleChange.Kind.ADD),
                                    report.done(RoleChange.Kind.REMOVE)));
        }
        Map<String, ?> whom = Map.of("user", RoleWords.user(wish.user()), "plan", wish.plan());
        if (report.steps().isEmpty()) {
            return report.stoppedBy()
                    .map(why -> Reply.refusal(stopped(why, words)))
                    .orElseGet(() -> Reply.text(words.say("roles-sync.unchanged", whom)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(words.say("roles-sync.head", whom));
        report.steps().forEach(step -> lines.add(line(step, words)));
        report.kept().forEach(role -> lines.add(words.say("roles-sync.kept", Map.of("role", RoleWords.role(role)))));
        report.stoppedBy().ifPresent(why -> lines.add(stopped(why, words)));
        return RoleLines.reply(lines);
    }

    private static String stopped(RoleResult why, RoleWords words) {
        return "❌ " + words.why(why.outcome(), why.code());
    }

    private static String line(RoleReport.Step step, RoleWords words) {
        if (!step.isDone()) {
            return words.say(
                    "roles-sync.failed",
                    Map.of(
                            "role", RoleWords.role(step.role()),
                            "why",
                                    words.why(
                                            step.result().outcome(),
                                            step.result().code())));
        }
        String key = switch (step.kind()) {
            case ADD -> "roles-sync.added";
            case REMOVE -> "roles-sync.removed";
        };
        return words.say(key, Map.of("role", RoleWords.role(step.role())));
    }
}
