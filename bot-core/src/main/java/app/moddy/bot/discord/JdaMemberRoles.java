package app.moddy.bot.discord;

import app.moddy.bot.discord.CallsUnderWay.Ended;
import app.moddy.bot.discord.DiscordCalls.Answer;
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
    private final CallsUnderWay underWay;
    private final Desk desk;

    @Inject
    JdaMemberRoles(DiscordConnection connection, CallsUnderWay underWay, PacedMessenger messenger) {
        this.guilds = new JdaGuilds(connection);
        this.underWay = underWay;
        this.desk = messenger.desk();
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
        return run(
                WireKey.member(guild, user),
                limit,
                attempt -> found.get()
                        .retrieveMember(UserSnowflake.fromId(user.id()))
                        .useCache(false)
                        .setCheck(attempt::isOpen)
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
        return run(
                WireKey.role(change),
                limit,
                attempt -> CompletableFuture.completedStage(role.get())
                        .thenCompose(each -> action(each, change)
                                .setCheck(attempt::isOpen)
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

    private <T> CompletionStage<T> run(
            WireKey key, Duration limit, Function<Attempt, CompletableFuture<T>> call, Function<RoleResult, T> failed) {
        Optional<Admission.Ticket> ticket = desk.admission().enterAtOnce();
        if (ticket.isEmpty()) {
            String why = desk.calls().ready() ? "held up" : "not connected to Discord";
            Duration wait = desk.admission().timeFor(1, Reach.KNOWN);
            return CompletableFuture.completedStage(failed.apply(RoleResult.notNow(why, wait)));
        }
        Errand errand = new Errand(desk.clock(), limit, () -> true, desk.traffic(), Pace.cost(Reach.KNOWN));
        return underWay.run(key, errand, call)
                .thenApply(ended -> value(ended, failed))
                .whenComplete((result, bug) -> desk.admission().end(ticket.get(), errand.unused(), true));
    }

    private static <T> T value(Ended<T> ended, Function<RoleResult, T> failed) {
        T value = ended.value();
        return value == null ? failed.apply(result(ended.answer())) : value;
    }

    /** Without a value: what may be repeated at will is never in doubt. */
    private static RoleResult result(Answer answer) {
        return switch (answer.verdict().kind()) {
            case NOT_NOW -> RoleResult.notNow(answer.code(), answer.verdict().retryAfter());
            case DONE, UNKNOWN -> RoleResult.notNow(answer.code(), SOON);
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE -> result(RoleOutcome.REFUSED, answer.code());
        };
    }

    private static RoleResult result(RoleOutcome outcome, String code) {
        return outcome == RoleOutcome.NOT_NOW ? RoleResult.notNow(code, SOON) : RoleResult.of(outcome, code);
    }
}
