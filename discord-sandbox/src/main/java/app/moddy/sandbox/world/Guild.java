package app.moddy.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guild that the bot is, or was, a member of. Guarded by the world's lock; changed by {@link Guilds}. */
public final class Guild {
    private final String id;
    private final String name;
    private final User owner;
    private final Instant createdAt;
    private final List<Role> roles = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final Map<String, Member> members = new LinkedHashMap<>();

    Guild(String id, String name, User owner, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.createdAt = createdAt;
        roles.add(new Role(id, "@everyone", this, false, Permissions.EVERYONE));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public User owner() {
        return owner;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Returns the roles from the lowest, @everyone, to the highest. */
    public List<Role> roles() {
        return roles;
    }

    public Role everyone() {
        return roles.get(0);
    }

    public @Nullable Role role(String roleId) {
        return roles.stream()
                .filter(role -> role.id().equals(roleId))
                .findFirst()
                .orElse(null);
    }

    public List<Channel> channels() {
        return channels;
    }

    public Collection<Member> members() {
        return members.values();
    }

    public @Nullable Member member(User user) {
        return members.get(user.id());
    }

    void add(Member member) {
        members.put(member.user().id(), member);
    }

    void remove(User user) {
        members.remove(user.id());
    }
}
