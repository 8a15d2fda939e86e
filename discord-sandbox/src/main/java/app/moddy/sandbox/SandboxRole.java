package app.moddy.sandbox;

import app.moddy.sandbox.world.Role;
import app.moddy.sandbox.world.World;

/** A role of a guild. Thread-safe. */
public final class SandboxRole {
    private final World world;
    private final Role role;

    SandboxRole(World world, Role role) {
        this.world = world;
        this.role = role;
    }

    /** Returns the snowflake. */
    public String id() {
        return role.id();
    }

    /** Returns the name without an at sign. */
    public String name() {
        return role.name();
    }

    /** Sets the permission bits; 8 is administrator, 32 manage server, 268435456 manage roles. */
    public SandboxRole permissions(long bits) {
        synchronized (world) {
            world.guilds().permissions(role, bits);
        }
        return this;
    }

    /** Moves it to the top of its guild's roles, above the bot's own. */
    public SandboxRole moveAboveBot() {
        synchronized (world) {
            world.guilds().raise(role);
        }
        return this;
    }

    Role role() {
        return role;
    }
}
