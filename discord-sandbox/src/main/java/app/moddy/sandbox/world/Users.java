package app.moddy.sandbox.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts. Guarded by the world's lock. */
public final class Users {
    private final Snowflakes ids;
    private final Map<String, User> byId = new LinkedHashMap<>();
    private final Map<String, User> byName = new HashMap<>();
    private final User self;

    private final User owner;

    Users(Snowflakes ids) {
        this.ids = ids;
        this.self = add(ids.next(), "moddy", true);
        this.owner = unnamed("developer");
    }

    /** Returns the bot under test. Its application has the same id. */
    public User self() {
        return self;
    }

    /** Returns whom the application belongs to. */
    public User owner() {
        return owner;
    }

    /** Returns who has this id, or null. */
    public @Nullable User byId(String id) {
        return byId.get(id);
    }

    /** Returns who has this name, or null. */
    public @Nullable User byName(String username) {
        return byName.get(username);
    }

    /** Returns everybody, the bot included. */
    public Collection<User> all() {
        return byId.values();
    }

    /** Returns who has this name; makes the account when there is none. */
    public User named(String username, boolean bot) {
        User known = byName(username);
        return known == null ? add(ids.next(), username, bot) : checked(known, bot);
    }

    /** Makes an account with a chosen id, or returns it when it has both already. */
    public User named(String username, String id) {
        User known = byId.get(id);
        User namesake = byName(username);
        if (known == null && namesake == null) {
            return add(id, username, false);
        }
        if (known == null || known != namesake) {
            throw new IllegalArgumentException("The name " + username + " or the id " + id + " is somebody else's");
        }
        return checked(known, false);
    }

    private User checked(User known, boolean bot) {
        if (known == self) {
            throw new IllegalArgumentException(known.username() + " is the bot itself; its id is botId()");
        }
        if (known.isBot() != bot) {
            String right = known.isBot() ? "a bot: botUser" : "a human: user";
            throw new IllegalArgumentException(
                    known.username() + " is " + right + "(\"" + known.username() + "\") returns it");
        }
        return known;
    }

    /** Makes an account that nobody finds by its name. */
    User unnamed(String username) {
        User user = new User(ids.next(), username, false);
        byId.put(user.id(), user);
        return user;
    }

    private User add(String id, String username, boolean bot) {
        User user = new User(id, username, bot);
        byId.put(id, user);
        byName.put(username, user);
        return user;
    }
}
