package app.moddy.roles;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.MemberLookup;
import app.moddy.bot.discord.MemberRoles;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /roles-check}: which plan's roles a user has, and what keeps the bot from changing them. Changes nothing. */
final class RolesCheckCommand implements SlashCommand {
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final PlanRoles plans;
    private final GuildChoice guilds;
    private final MemberRoles roles;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    RolesCheckCommand(PlanRoles plans, GuildChoice guilds, MemberRoles roles, Replies replies, AuditLog audit) {
        this.plans = plans;
        this.guilds = guilds;
        this.roles = roles;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash(
                        "roles-check", "Says which plan's roles a user has, and whether the bot could change them")
                .addOption(OptionType.USER, "user", "Whose roles", true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        RoleWords words = new RoleWords(replies, call.language());
        Snowflake user = new Snowflake(call.user("user").orElseThrow().getIdLong());
        if (plans.names().isEmpty()) {
            return CompletableFuture.completedStage(Reply.refusal(words.say("roles-check.no_plans", Map.of())));
        }
        GuildChoice.Choice choice = guilds.choose();
        if (choice.guild().isEmpty()) {
            return CompletableFuture.completedStage(
                    Reply.refusal(words.fault(choice.fault().orElseThrow())));
        }
        Snowflake guild = choice.guild().get();
        audit.lookedAt(call, "looked at the roles", user);
        return roles.find(guild, user, LIMIT).thenApply(lookup -> {
            if (lookup instanceof MemberLookup.Missed missed) {
                return Reply.refusal(
                        "❌ " + words.why(missed.why().outcome(), missed.why().code()));
            }
            Set<Snowflake> has = ((MemberLookup.Found) lookup).roles();
            return RoleLines.reply(lines(guild, user, has, words));
        });
    }

    private List<String> lines(Snowflake guild, Snowflake user, Set<Snowflake> has, RoleWords words) {
        List<String> fitting = plans.names().stream()
                .filter(plan ->
                        plans.wish(user, plan).orElseThrow().differingFrom(has).isFulfilled())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(words.say("roles-check.head", Map.of("user", RoleWords.user(user), "plans", fitting)));
        plans.byRole().forEach((role, names) -> lines.add(line(guild, role, names, has.contains(role), words)));
        return lines;
    }

    private String line(Snowflake guild, Snowflake role, List<String> names, boolean has, RoleWords words) {
        Map<String, Object> values = new HashMap<>();
        values.put("role", RoleWords.role(role));
        values.put("plans", names);
        values.put("has", has);
        roles.obstacle(guild, role).ifPresent(why -> values.put("why", words.why(why, "")));
        return words.say("roles-check.role", values);
    }
}
