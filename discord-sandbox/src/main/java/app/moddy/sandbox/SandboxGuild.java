package app.moddy.sandbox;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Role;
import app.moddy.sandbox.world.World;
import java.time.Duration;
import java.util.List;

/** A guild. Thread-safe. */
public final class SandboxGuild {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final Guild guild;

    SandboxGuild(World world, Guild guild) {
        this.world = world;
        this.guild = guild;
    }

    /** Returns the snowflake. */
    public String id() {
        return guild.id();
    }

    /** Returns the name, by which the sandbox knows it. */
    public String name() {
        return guild.name();
    }

    /**
     * Waits until the bot has registered this command here, at most 10 s.
     *
     * @throws IllegalStateException when it has not by then
     */
    public SandboxGuild awaitCommand(String name) {
        if (!world.await(() -> hasCommand(name), LIMIT)) {
            throw new IllegalStateException("No command /" + name + " in " + name() + " within 10 s");
        }
        return this;
    }

    private boolean hasCommand(String name) {
        return world.commands().in(guild.id()).stream()
                .anyMatch(command -> command.path("name").asText().equals(name));
    }

    /** Returns the role with this name; it is made, below the bot's own role and without permissions, if needed. */
    public SandboxRole role(String name) {
        return role(name, 1);
    }

    /** Returns the role with this name; it is made as the highest of the guild, above the bot's own, if needed. */
    public SandboxRole roleAboveBot(String name) {
        synchronized (world) {
            return role(name, guild.roles().size());
        }
    }

    private SandboxRole role(String name, int position) {
        synchronized (world) {
            Role known = guild.roles().stream()
                    .filter(role -> role.name().equals(name))
                    .findFirst()
                    .orElse(null);
            return new SandboxRole(world, known != null ? known : world.guilds().addRole(guild, name, position));
        }
    }

    /** Returns the role that the bot got when it was invited. It is managed, so that nobody can grant it. */
    public SandboxRole botRole() {
        synchronized (world) {
            return new SandboxRole(
                    world,
                    guild.roles().stream().filter(Role::isManaged).findFirst().orElseThrow());
        }
    }

    /** Returns the text channel with this name; it is made when there is none. There is always "general". */
    public SandboxChannel channel(String name) {
        synchronized (world) {
            Channel known = guild.channels().stream()
                    .filter(channel -> channel.name().equals(name))
                    .findFirst()
                    .orElse(null);
            return new SandboxChannel(known != null ? known : world.guilds().addChannel(guild, name));
        }
    }

    /** Returns the messages of a channel, oldest first; without ephemeral and deleted ones. */
    public List<SandboxMessage> messages(SandboxChannel channel) {
        synchronized (world) {
            return channel.channel().messages().stream()
                    .filter(message -> !message.isDeleted() && !message.isEphemeral())
                    .map(SandboxMessage::of)
                    .toList();
        }
    }

    /** Returns what the bot did that a guild logs, oldest first. */
    public List<SandboxAuditEntry> auditLog() {
        synchronized (world) {
            return world.auditLog().stream()
                    .filter(entry -> entry.guildId().equals(guild.id()))
                    .map(SandboxAuditEntry::of)
                    .toList();
        }
    }

    /** Throws the bot out of the guild (GUILD_DELETE), if it is in; its commands of the guild are gone with it. */
    public void removeBot() {
        synchronized (world) {
            world.guilds().removeBot(guild);
        }
    }

    /**
     * Lets the bot in again (GUILD_CREATE), if it is not in, with the role that it had. Discord would make it a new one,
     * below all others. Commands of the guild have to be registered anew.
     */
    public void inviteBot() {
        synchronized (world) {
            world.guilds().inviteBot(guild);
        }
    }

    Guild guild() {
        return guild;
    }
}
