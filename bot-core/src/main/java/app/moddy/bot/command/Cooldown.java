package app.moddy.bot.command;

import java.time.Duration;
import java.util.Objects;

/**
 * For how long a command cannot be used again after it was, and by whom. Kept in memory. A command that refuses ({@link
 * Reply#refusal}) or fails was not used. Who comes too early is told when it is over. Immutable.
 */
public final class Cooldown {
    private final Scope scope;
    private final Duration length;

    private Cooldown(Scope scope, Duration length) {
        Objects.requireNonNull(length, "length is null");
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a cooldown is longer than nothing, not " + length);
        }
        this.scope = scope;
        this.length = length;
    }

    /** The same user, wherever they are. */
    public static Cooldown perUser(Duration length) {
        return new Cooldown(Scope.USER, length);
    }

    /** Everyone in the same channel or direct messages. */
    public static Cooldown perChannel(Duration length) {
        return new Cooldown(Scope.CHANNEL, length);
    }

    /** Everyone in the same guild; in direct messages the same user. */
    public static Cooldown perGuild(Duration length) {
        return new Cooldown(Scope.GUILD, length);
    }

    /** Everyone everywhere. */
    public static Cooldown global(Duration length) {
        return new Cooldown(Scope.GLOBAL, length);
    }

    Scope scope() {
        return scope;
    }

    Duration length() {
        return length;
    }

    enum Scope {
        USER,
        CHANNEL,
        GUILD,
        GLOBAL
    }
}
