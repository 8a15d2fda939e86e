package app.moddy.sandbox;

import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts that tests act as: one {@link SandboxUser} for each, made when first asked for. Thread-safe. */
final class SandboxAccounts {
    private final World world;
    private final SandboxGateway gateway;
    private final Map<String, SandboxUser> users = new ConcurrentHashMap<>();

    SandboxAccounts(World world, SandboxGateway gateway) {
        this.world = world;
        this.gateway = gateway;
    }

    SandboxUser human(String name) {
        synchronized (world) {
            return wrap(world.users().named(name, false));
        }
    }

    SandboxUser human(String name, long id) {
        synchronized (world) {
            return wrap(world.users().named(name, Long.toUnsignedString(id)));
        }
    }

    SandboxUser bot(String name) {
        synchronized (world) {
            return wrap(world.users().named(name, true));
        }
    }

    /** Returns the name for an id, also of somebody nobody has asked for. */
    String nameOf(String userId) {
        synchronized (world) {
            User known = world.users().byId(userId);
            return known == null ? "unknown-user" : known.username();
        }
    }

    private SandboxUser wrap(User user) {
        return users.computeIfAbsent(user.id(), id -> new SandboxUser(world, gateway, user));
    }
}
