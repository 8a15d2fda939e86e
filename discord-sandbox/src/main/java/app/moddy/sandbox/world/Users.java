package app.moddy.sandbox.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts. Guarded by the world's lock. */
public final class Users {
    private final Snowflakes ids;
    private final Map<String, User> byId = new LinkedHashMap<>();
    private final User self;

    Users(Snowflakes ids) {
        this.ids = ids;
        this.self = add(ids.next(), "moddy", true);
    }

    /** Returns the bot under test. Its application has the same id. */
    public User self() {
        return self;
    }

    /** Returns who has this id, or null. */
    public @Nullable User byId(String id) {
        return byId.get(id);
    }

    /** Returns who has this name, or null. */
    public @Nullable User byName(String username) {
        return byId.values().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElse(null);
    }

    /** Returns everybody, the bot included. */
    public Collection<User> all() {
        return byId.values();
    }

    /** Returns who has this name; makes the account when there is none. */
    public User named(String username, boolean bot) {
        User known = byName(username);
        return known != null ? known : add(ids.next(), username, bot);
    }

    /** Makes an account with a chosen id, or returns it when it has both already. */
    public User named(String username, String id) {
        User known = byId.get(id);
        if (known == null && byName(username) == null) {
            return add(id, username, false);
        }
        if (known == null || !known.username().equals(username)) {
            throw new IllegalArgumentException("The name " + username + " or the id " + id + " is somebody else's");
        }
        return known;
    }

    private User add(String id, String username, boolean bot) {
        User user = new User(id, username, bot);
        byId.put(id, user);
        return user;
    }
}
