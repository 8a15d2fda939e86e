package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** A user in a guild. Guarded by the world's lock. */
public final class Member {
    private final User user;
    private final Guild guild;
    private final Instant joinedAt;
    private final Set<Role> roles = new LinkedHashSet<>();

    Member(User user, Guild guild, Instant joinedAt) {
        this.user = user;
        this.guild = guild;
        this.joinedAt = joinedAt;
    }

    public User user() {
        return user;
    }

    public Guild guild() {
        return guild;
    }

    /** Returns the roles besides @everyone; changes go through {@link Guilds}. */
    public Set<Role> roles() {
        return roles;
    }

    /** Returns the bits of all roles together; everything for the owner and for administrators. */
    public long permissions() {
        long bits = guild.everyone().permissions();
        for (Role role : roles) {
            bits |= role.permissions();
        }
        boolean everything = user == guild.owner() || (bits & Permissions.ADMINISTRATOR) != 0;
        return everything ? Permissions.ALL : bits;
    }

    /** Whether the member has all of these permission bits. */
    public boolean may(long bits) {
        return (permissions() & bits) == bits;
    }

    /** Returns the position of the highest role; 0 for none. */
    public int height() {
        return roles.stream().map(Role::position).max(Comparator.naturalOrder()).orElse(0);
    }

    /** Returns the member as Discord shows it, with its user. */
    public ObjectNode json() {
        ObjectNode json = partialJson();
        json.set("user", user.json());
        return json.put("deaf", false).put("mute", false);
    }

    /** Returns the member as it stands in resolved data: without user, deaf and mute. */
    public ObjectNode partialJson() {
        ObjectNode json = Json.object();
        json.putNull("nick").putNull("avatar").putNull("banner");
        ArrayNode ids = json.putArray("roles");
        roles.forEach(role -> ids.add(role.id()));
        json.put("joined_at", Json.time(joinedAt)).putNull("premium_since").put("pending", false);
        return json.put("flags", 0).putNull("communication_disabled_until");
    }
}
