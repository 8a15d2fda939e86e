package app.moddy.bot.discord;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * Asks Discord what stands in the way of a role that it has just refused. Its code is the same for all, and the gateway, which
 * told us that nothing does, may be behind or away. Costs two requests.
 */
final class FreshRoles {
    private FreshRoles() {}

    static CompletionStage<RoleOutcome> obstacle(Role role, Attempt attempt) {
        return all(role, attempt)
                .thenCombine(own(role, attempt), (roles, own) -> obstacle(role.getIdLong(), roles, own));
    }

    private static CompletableFuture<List<FreshRole>> all(Role role, Attempt attempt) {
        JDA jda = role.getJDA(); // JDA itself learns of roles from the gateway alone
        Route.CompiledRoute route =
                Route.Roles.GET_ROLES.compile(role.getGuild().getId());
        return new RestActionImpl<List<FreshRole>>(jda, route, (response, request) -> parsed(response.getArray()))
                .setCheck(attempt::mayBeTried)
                .submit();
    }

    private static List<FreshRole> parsed(DataArray roles) {
        return IntStream.range(0, roles.length())
                .mapToObj(roles::getObject)
                .map(FreshRole::of)
                .toList();
    }

    /** Our own, and that of everyone. */
    private static CompletableFuture<Set<Long>> own(Role role, Attempt attempt) {
        return role.getGuild()
                .retrieveMember(UserSnowflake.fromId(role.getJDA().getSelfUser().getIdLong()))
                .useCache(false)
                .setCheck(attempt::mayBeTried)
                .submit()
                .thenApply(self -> self.getUnsortedRoles().stream()
                        .map(ISnowflake::getIdLong)
                        .collect(Collectors.toSet()))
                .thenApply(own -> {
                    own.add(role.getGuild().getPublicRole().getIdLong());
                    return own;
                });
    }

    private static RoleOutcome obstacle(long role, List<FreshRole> all, Set<Long> own) {
        List<FreshRole> ours =
                all.stream().filter(each -> own.contains(each.id())).toList();
        if (ours.stream().noneMatch(FreshRole::managesRoles)) {
            return RoleOutcome.MISSING_PERMISSION;
        }
        int height = ours.stream().mapToInt(FreshRole::position).max().orElse(0);
        return all.stream()
                .filter(each -> each.id() == role)
                .findFirst()
                .map(each -> each.obstacle(height))
                .orElse(RoleOutcome.UNKNOWN_ROLE);
    }

    private record FreshRole(long id, int position, boolean managed, long permissions) {
        static FreshRole of(DataObject json) {
            return new FreshRole(
                    json.getUnsignedLong("id"),
                    json.getInt("position"),
                    json.getBoolean("managed"),
                    json.getLong("permissions"));
        }

        boolean managesRoles() {
            long either = Permission.MANAGE_ROLES.getRawValue() | Permission.ADMINISTRATOR.getRawValue();
            return (permissions & either) != 0;
        }

        /** Of two of the same position the older is higher, which is the rarest of cases: it counts as not below. */
        RoleOutcome obstacle(int height) {
            if (managed) {
                return RoleOutcome.UNASSIGNABLE;
            }
            return position >= height ? RoleOutcome.HIERARCHY : RoleOutcome.REFUSED;
        }
    }
}
