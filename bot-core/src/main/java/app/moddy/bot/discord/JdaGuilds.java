package app.moddy.bot.discord;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;

/** What the gateway has told of our guilds and their roles. Asks nobody. Thread-safe. */
final class JdaGuilds {
    private final DiscordConnection connection;

    JdaGuilds(DiscordConnection connection) {
        this.connection = connection;
    }

    List<Snowflake> all() {
        return connection.jda().stream()
                .flatMap(jda -> Stream.concat(jda.getGuilds().stream().map(Guild::getIdLong), unavailable(jda)))
                .distinct()
                .map(Snowflake::new)
                .toList();
    }

    private static Stream<Long> unavailable(JDA jda) {
        return jda.getUnavailableGuilds().stream().map(Long::valueOf);
    }

    Optional<Guild> guild(Snowflake id) {
        return connection.jda().map(jda -> jda.getGuildById(id.id()));
    }

    /** Why there is no guild with this id here. */
    RoleOutcome absence(Snowflake guild) {
        boolean knowsAll = connection.knowsAllGuilds();
        return knowsAll && !all().contains(guild) ? RoleOutcome.NOT_IN_GUILD : RoleOutcome.NOT_NOW;
    }

    Optional<Role> role(Snowflake guild, Snowflake role) {
        return guild(guild).map(found -> found.getRoleById(role.id()));
    }

    /** What Discord would refuse a change of the role with; the permission first, as it forbids every role. */
    Optional<RoleOutcome> obstacle(Snowflake guild, Snowflake role) {
        Optional<Guild> found = guild(guild);
        if (found.isEmpty()) {
            return Optional.of(absence(guild));
        }
        if (!found.get().getSelfMember().hasPermission(Permission.MANAGE_ROLES)) {
            return Optional.of(RoleOutcome.MISSING_PERMISSION);
        }
        return role(guild, role).map(JdaGuilds::obstacle).orElse(Optional.of(RoleOutcome.UNKNOWN_ROLE));
    }

    private static Optional<RoleOutcome> obstacle(Role role) {
        if (role.isManaged() || role.isPublicRole()) {
            return Optional.of(RoleOutcome.UNASSIGNABLE);
        }
        boolean isBelow = role.getGuild().getSelfMember().canInteract(role);
        return isBelow ? Optional.empty() : Optional.of(RoleOutcome.HIERARCHY);
    }
}
