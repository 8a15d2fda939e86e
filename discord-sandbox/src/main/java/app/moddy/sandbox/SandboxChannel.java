package app.moddy.sandbox;

import app.moddy.sandbox.world.Channel;

/** A text channel of a guild. Thread-safe. */
public final class SandboxChannel {
    private final Channel channel;

    SandboxChannel(Channel channel) {
        this.channel = channel;
    }

    /** Returns the snowflake. */
    public String id() {
        return channel.id();
    }

    /** Returns the name without a number sign. */
    public String name() {
        return channel.name();
    }

    Channel channel() {
        return channel;
    }
}
