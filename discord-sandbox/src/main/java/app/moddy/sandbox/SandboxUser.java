package app.moddy.sandbox;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody who uses Discord. Thread-safe. */
public final class SandboxUser {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final SandboxGateway gateway;
    private final User user;
    private final Set<String> awaited = new HashSet<>();

    SandboxUser(World world, SandboxGateway gateway, User user) {
        this.world = world;
        this.gateway = gateway;
        this.user = user;
    }

    /** Returns the snowflake. */
    public String id() {
        return user.id();
    }

    /** Returns the snowflake as a number. */
    public long idAsLong() {
        return Long.parseUnsignedLong(user.id());
    }

    /** Returns the username. */
    public String name() {
        return user.username();
    }

    /**
     * Joins a guild, with roles; who is in already gets the roles.
     *
     * @throws IllegalArgumentException when a role is of another guild
     */
    public SandboxUser joins(SandboxGuild guild, SandboxRole... roles) {
        for (SandboxRole role : roles) {
            if (role.role().guild() != guild.guild()) {
                throw new IllegalArgumentException("The role " + role.name() + " is of "
                        + role.role().guild().name() + ", not of " + guild.name());
            }
        }
        synchronized (world) {
            world.guilds().join(guild.guild(), user);
            Member member = guild.guild().member(user);
            for (SandboxRole role : roles) {
                if (member != null) {
                    world.guilds().grant(member, role.role());
                }
            }
        }
        return this;
    }

    /** Leaves a guild. */
    public SandboxUser leaves(SandboxGuild guild) {
        synchronized (world) {
            world.guilds().leave(guild.guild(), user);
        }
        return this;
    }

    /** Whether the user has a role, granted by whomever. */
    public boolean has(SandboxRole role) {
        synchronized (world) {
            Member member = role.role().guild().member(user);
            return member != null && member.roles().contains(role.role());
        }
    }

    /** Sets the language of the client, such as {@code fr}; it is {@code en-US} unless set. */
    public SandboxUser locale(String locale) {
        synchronized (world) {
            user.locale(locale);
        }
        return this;
    }

    /** Takes no direct messages: 403 with code 50007 on the message. */
    public SandboxUser closesDms() {
        return acceptsDms(false);
    }

    /** Takes direct messages again; undoes {@link #refusesDmChannel()} too. */
    public SandboxUser opensDms() {
        synchronized (world) {
            user.refusesDmChannel(false);
        }
        return acceptsDms(true);
    }

    private SandboxUser acceptsDms(boolean accepts) {
        synchronized (world) {
            user.acceptsDms(accepts);
        }
        return this;
    }

    /** Takes no direct messages: 400 with code 50007 when the bot opens the channel. */
    public SandboxUser refusesDmChannel() {
        synchronized (world) {
            user.refusesDmChannel(true);
        }
        return this;
    }

    /** Returns the bot's direct messages as the user sees them now, oldest first; deleted ones are gone. */
    public List<SandboxMessage> directMessages() {
        synchronized (world) {
            Channel channel = world.channels().direct(user);
            return channel == null
                    ? List.of()
                    : channel.messages().stream()
                            .filter(message -> !message.isDeleted() && (message.flags() & Message.LOADING) == 0)
                            .map(SandboxMessage::of)
                            .toList();
        }
    }

    /** Waits at most 10 s for the oldest direct message that no call of this returned before. */
    public SandboxMessage awaitDirectMessage() {
        synchronized (world) {
            if (!world.await(() -> next().isPresent(), LIMIT)) {
                throw new IllegalStateException("No further direct message for " + name() + " within "
                        + LIMIT.toSeconds() + " s; so far: " + directMessages() + "; problems: " + world.problems());
            }
            SandboxMessage message = next().orElseThrow();
            awaited.add(message.id());
            return message;
        }
    }

    private Optional<SandboxMessage> next() {
        return directMessages().stream()
                .filter(message -> !awaited.contains(message.id()))
                .findFirst();
    }

    /** Goes to the first channel of a guild that the user is in. */
    public SandboxPlace in(SandboxGuild guild) {
        synchronized (world) {
            return place(guild.guild().channels().get(0));
        }
    }

    /** Goes to a channel of a guild that the user is in. */
    public SandboxPlace in(SandboxGuild guild, SandboxChannel channel) {
        if (channel.channel().guild() != guild.guild()) {
            throw new IllegalArgumentException(channel.name() + " is not a channel of " + guild.name());
        }
        return place(channel.channel());
    }

    /** Goes to the direct messages with the bot. */
    public SandboxPlace inDm() {
        synchronized (world) {
            return place(world.channels().openDirect(user));
        }
    }

    /** Runs a command in the only guild that the user and the bot are in; see {@link SandboxPlace#runs}. */
    public SandboxReply runs(String command, Map<String, ?> options) {
        return inOnlyGuild().runs(command, options);
    }

    /** Runs a command without options in the only guild that the user and the bot are in. */
    public SandboxReply runs(String command) {
        return runs(command, Map.of());
    }

    /** Presses a button, by label or custom id, of a direct message. */
    public SandboxReply presses(SandboxMessage message, String button) {
        return inDm().presses(message, button);
    }

    private SandboxPlace inOnlyGuild() {
        synchronized (world) {
            List<Guild> guilds = world.guilds().ofBot().stream()
                    .filter(guild -> guild.member(user) != null)
                    .toList();
            if (guilds.size() != 1) {
                throw new IllegalStateException(name() + " is in " + guilds.size() + " guilds with the bot: say which");
            }
            return place(guilds.get(0).channels().get(0));
        }
    }

    private SandboxPlace place(Channel channel) {
        return new SandboxPlace(world, gateway, user, channel);
    }

    User user() {
        return user;
    }

    @Override
    public String toString() {
        return name() + " (" + id() + ")";
    }
}
