package app.moddy.bot.discord;

import app.moddy.bot.discord.MemberLookup.Found;
import app.moddy.bot.discord.MemberLookup.Missed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.requests.restaction.AuditableRestAction;

/** Members' roles, through JDA. */
final class JdaMemberRoles implements MemberRoles {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final JdaGuilds guilds;
    private final CallsAtOnce calls;

    @Inject
    JdaMemberRoles(DiscordConnection connection, CallsUnderWay underWay, PacedMessenger messenger) {
        this.guilds = new JdaGuilds(connection);
        this.calls = new CallsAtOnce(messenger.desk(), underWay);
    }

    @Override
    public List<Snowflake> guilds() {
        return guilds.all();
    }

    @Override
    public Optional<RoleOutcome> obstacle(Snowflake guild, Snowflake role) {
        return guilds.obstacle(guild, role);
    }

    @Override
    public Optional<String> name(Snowflake guild, Snowflake role) {
        return guilds.role(guild, role).map(Role::getName);
    }

    @Override
    public CompletionStage<MemberLookup> find(Snowflake guild, Snowflake user, Duration limit) {
        Optional<Guild> found = guilds.guild(guild);
        if (found.isEmpty()) {
            return CompletableFuture.completedStage(new Missed(result(guilds.absence(guild), "no such guild")));
        }
        return calls.run(
                WireKey.member(guild, user),
                limit,
                attempt -> found.get()
                        .retrieveMember(UserSnowflake.fromId(user.id()))
                        .useCache(false)
                        .setCheck(attempt::mayBeTried)
                        .submit()
                        .<MemberLookup>thenApply(member -> new Found(roles(member)))
                        .exceptionallyCompose(failure -> refusal(failure)
                                .<CompletableFuture<MemberLookup>>map(
                                        why -> CompletableFuture.completedFuture(new Missed(why)))
                                .orElseGet(() -> CompletableFuture.failedFuture(failure))),
                Missed::new);
    }

    private static Set<Snowflake> roles(Member member) {
        return member.getRoles().stream()
                .map(ISnowflake::getIdLong)
                .map(Snowflake::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public CompletionStage<RoleResult> change(RoleChange change, Duration limit) {
        Optional<RoleOutcome> obstacle = guilds.obstacle(change.guild(), change.role());
        Optional<Role> role = guilds.role(change.guild(), change.role());
        if (obstacle.isPresent() || role.isEmpty()) {
            RoleOutcome why = obstacle.orElse(RoleOutcome.UNKNOWN_ROLE);
            return CompletableFuture.completedStage(result(why, "not asked"));
        }
        return calls.run(
                WireKey.role(change),
                limit,
                attempt -> CompletableFuture.completedStage(role.get())
                        .thenCompose(each -> action(each, change)
                                .setCheck(attempt::mayBeTried)
                                .reason(change.reason())
                                .submit())
                        .thenApply(done -> result(RoleOutcome.DONE, ""))
                        .exceptionallyCompose(failure -> refused(failure, role.get(), attempt))
                        .toCompletableFuture(),
                Function.identity());
    }

    private static AuditableRestAction<Void> action(Role role, RoleChange change) {
        UserSnowflake user = UserSnowflake.fromId(change.user().id());
        return switch (change.kind()) {
            case ADD -> role.getGuild().addRoleToMember(user, role);
            case REMOVE -> role.getGuild().removeRoleFromMember(user, role);
        };
    }

    private CompletionStage<RoleResult> refused(Throwable failure, Role role, Attempt attempt) {
        Optional<RoleResult> refusal = refusal(failure);
        if (refusal.isEmpty()) {
            return CompletableFuture.failedStage(failure);
        }
        return refusal.get().outcome() == RoleOutcome.MISSING_PERMISSION
                ? FreshRoles.obstacle(role, attempt)
                        .thenApply(why -> result(why, refusal.get().code()))
                : CompletableFuture.completedStage(refusal.get());
    }

    /** What is said of the member, the role or our right to change it; empty when it is something else that failed. */
    private static Optional<RoleResult> refusal(Throwable failure) {
        Throwable cause = CallsUnderWay.unwrap(failure);
        if (cause instanceof PermissionException missing) { // JDA has heard of it a moment ago
            return Optional.of(result(
                    RoleOutcome.MISSING_PERMISSION, missing.getPermission().getName()));
        }
        return cause instanceof ErrorResponseException error
                ? ErrorCodes.ofMember(error).map(outcome -> result(outcome, ErrorCodes.describe(error)))
                : Optional.empty();
    }

    private static RoleResult result(RoleOutcome outcome, String code) {
        return outcome == RoleOutcome.NOT_NOW ? RoleResult.notNow(code, SOON) : RoleResult.of(outcome, code);
    }
}
