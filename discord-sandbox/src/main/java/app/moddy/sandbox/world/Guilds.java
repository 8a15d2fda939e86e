package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All guilds, and every change to one with the event that tells the bot. Guarded by the world's lock. */
public final class Guilds {
    private final World world;
    private final Map<String, Guild> byId = new LinkedHashMap<>();

    Guilds(World world) {
        this.world = world;
    }

    public Collection<Guild> all() {
        return byId.values();
    }

    /** Returns the guilds that the bot is a member of. */
    public List<Guild> ofBot() {
        return byId.values().stream().filter(guild -> botIn(guild) != null).toList();
    }

    /** Returns the guild with this id that the bot is in, or null. */
    public @Nullable Guild byId(String id) {
        Guild guild = byId.get(id);
        return guild == null || botIn(guild) == null ? null : guild;
    }

    public @Nullable Member botIn(Guild guild) {
        return guild.member(world.users().self());
    }

    /** Whether the bot and a user are in a common guild. */
    public boolean shareOne(User user) {
        return ofBot().stream().anyMatch(guild -> guild.member(user) != null);
    }

    /** Returns the guild with this name; makes it, with the bot in it, when there is none. */
    public Guild named(String name) {
        for (Guild guild : byId.values()) {
            if (guild.name().equals(name)) {
                return guild;
            }
        }
        return create(name);
    }

    private Guild create(String name) {
        String id = world.ids().next();
        User owner = world.users().unnamed("owner-of-" + id);
        Guild guild = new Guild(id, name, owner, world.clock().now());
        byId.put(id, guild);
        Role own = new Role(world.ids().next(), world.users().self().username(), guild, true, Permissions.INVITED_BOT);
        guild.roles().add(own);
        guild.add(new Member(owner, guild, world.clock().now()));
        guild.channels().add(world.channels().add(Channel.text(world.ids().next(), "general", guild)));
        inviteBot(guild);
        return guild;
    }

    /** Lets the bot in, with its managed role, if it is not. */
    public void inviteBot(Guild guild) {
        if (botIn(guild) != null) {
            return;
        }
        Member bot = new Member(world.users().self(), guild, world.clock().now());
        guild.roles().stream().filter(Role::isManaged).forEach(bot.roles()::add);
        guild.add(bot);
        world.dispatch("GUILD_CREATE", GuildJson.event(guild, bot), Intents.GUILDS);
    }

    /** Throws the bot out, if it is in; its commands of this guild go, too. */
    public void removeBot(Guild guild) {
        if (botIn(guild) == null) {
            return;
        }
        guild.remove(world.users().self());
        world.commands().removeAll(guild.id());
        world.dispatch("GUILD_DELETE", Json.object().put("id", guild.id()), Intents.GUILDS);
    }

    /** Makes a role at a position, 1 for the lowest; those above move up. */
    public Role addRole(Guild guild, String name, int position) {
        Role role = new Role(world.ids().next(), name, guild, false, 0);
        guild.roles().add(position, role);
        tellRole("GUILD_ROLE_CREATE", role);
        guild.roles().stream().skip(position + 1L).forEach(moved -> tellRole("GUILD_ROLE_UPDATE", moved));
        return role;
    }

    /** Makes a role the highest of its guild; those that were above it move down. */
    public void raise(Role role) {
        List<Role> roles = role.guild().roles();
        int position = role.position();
        roles.remove(role);
        roles.add(role);
        roles.stream().skip(position).forEach(moved -> tellRole("GUILD_ROLE_UPDATE", moved));
    }

    public void permissions(Role role, long bits) {
        role.permissions(bits);
        tellRole("GUILD_ROLE_UPDATE", role);
    }

    private void tellRole(String event, Role role) {
        ObjectNode data = Json.object().put("guild_id", role.guild().id());
        data.set("role", role.json());
        world.dispatch(event, data, Intents.GUILDS);
    }

    public Channel addChannel(Guild guild, String name) {
        Channel channel = world.channels().add(Channel.text(world.ids().next(), name, guild));
        guild.channels().add(channel);
        world.dispatch("CHANNEL_CREATE", channel.json(), Intents.GUILDS);
        return channel;
    }

    public void join(Guild guild, User user) {
        if (guild.member(user) == null) {
            Member member = new Member(user, guild, world.clock().now());
            guild.add(member);
            tellMember("GUILD_MEMBER_ADD", member);
        }
    }

    public void leave(Guild guild, User user) {
        guild.remove(user);
        ObjectNode data = Json.object().put("guild_id", guild.id());
        data.set("user", user.json());
        world.dispatch("GUILD_MEMBER_REMOVE", data, Intents.GUILD_MEMBERS);
    }

    public void grant(Member member, Role role) {
        if (member.roles().add(role)) {
            tellMember("GUILD_MEMBER_UPDATE", member);
        }
    }

    public void revoke(Member member, Role role) {
        if (member.roles().remove(role)) {
            tellMember("GUILD_MEMBER_UPDATE", member);
        }
    }

    private void tellMember(String event, Member member) {
        boolean self = member.user() == world.users().self();
        ObjectNode data = member.json().put("guild_id", member.guild().id());
        world.dispatch(event, data, self ? Intents.NONE : Intents.GUILD_MEMBERS);
    }
}
