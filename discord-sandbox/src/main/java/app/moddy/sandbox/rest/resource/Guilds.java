package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.world.AuditEntry;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.GuildJson;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.Role;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Guilds, their members and the roles of the members.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild">Guild resource</a>
 */
final class Guilds {
    private static final int MAX_REASON = 512;

    private final World world;

    Guilds(World world) {
        this.world = world;
    }

    Answer guild(Request request) {
        return withGuild(request, guild -> Answer.ok(GuildJson.answer(guild, request.asks("with_counts"))));
    }

    Answer roles(Request request) {
        return withGuild(request, guild -> {
            ArrayNode roles = Json.array();
            guild.roles().forEach(role -> roles.add(role.json()));
            return Answer.ok(roles);
        });
    }

    Answer channels(Request request) {
        return withGuild(request, guild -> {
            ArrayNode channels = Json.array();
            guild.channels().forEach(channel -> channels.add(channel.json()));
            return Answer.ok(channels);
        });
    }

    Answer member(Request request) {
        return withMember(request, member -> Answer.ok(member.json()));
    }

    Answer grant(Request request) {
        return withGrantableRole(request, (member, role) -> {
            world.guilds().grant(member, role);
            return logged(request, member, role, true);
        });
    }

    Answer revoke(Request request) {
        return withGrantableRole(request, (member, role) -> {
            world.guilds().revoke(member, role);
            return logged(request, member, role, false);
        });
    }

    private Answer logged(Request request, Member member, Role role, boolean added) {
        String reason = request.auditReason();
        if (reason != null && reason.length() > MAX_REASON) {
            // What Discord answers is not documented, only that it takes 1 to 512 characters.
            world.problem("An audit-log reason of " + reason.length() + " characters: "
                    + request.route().key());
        }
        world.auditLog()
                .add(new AuditEntry(
                        member.guild().id(),
                        AuditEntry.MEMBER_ROLE_UPDATE,
                        member.user().id(),
                        role.id(),
                        added,
                        reason));
        return Answer.noContent();
    }

    private Answer withGrantableRole(Request request, BiFunction<Member, Role, Answer> deed) {
        return withMember(request, member -> {
            Guild guild = member.guild();
            Role role = guild.role(request.part("role_id"));
            if (role == null) {
                return DiscordError.UNKNOWN_ROLE.answer();
            }
            if (role == guild.everyone()) {
                return DiscordError.INVALID_ROLE.answer();
            }
            Member bot = world.guilds().botIn(guild);
            boolean may = bot != null
                    && bot.may(Permissions.MANAGE_ROLES)
                    && role.position() < bot.height()
                    && !role.isManaged();
            return may ? deed.apply(member, role) : DiscordError.MISSING_PERMISSIONS.answer();
        });
    }

    private Answer withMember(Request request, Function<Member, Answer> deed) {
        return withGuild(request, guild -> {
            User user = world.users().byId(request.part("user_id"));
            if (user == null) {
                return DiscordError.UNKNOWN_USER.answer();
            }
            Member member = guild.member(user);
            return member == null ? DiscordError.UNKNOWN_MEMBER.answer() : deed.apply(member);
        });
    }

    private Answer withGuild(Request request, Function<Guild, Answer> deed) {
        Guild guild = world.guilds().byId(request.part("guild_id"));
        return guild == null ? DiscordError.UNKNOWN_GUILD.answer() : deed.apply(guild);
    }
}
