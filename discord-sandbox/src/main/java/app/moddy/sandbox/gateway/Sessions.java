package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of bots. One without a connection lives for five minutes of the sandbox's clock, and is forgotten then
 * with all that could have been replayed. Guarded by the world's lock.
 */
final class Sessions {
    /** Discord says "some minutes". */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private int most;

    Sessions(World world) {
        this.world = world;
    }

    Session begin(int intents, Connection connection) {
        Session session = new Session("session-" + world.ids().next(), intents, connection);
        sessions.put(session.id(), session);
        connection.session(session);
        most = Math.max(most, heard());
        return session;
    }

    /** Returns the session to resume; null when it is unknown, or came to its end. */
    @Nullable
    Session alive(String id) {
        forgetExpired();
        return sessions.get(id);
    }

    void dispatch(String type, ObjectNode data, int intent) {
        forgetExpired();
        sessions.values().stream()
                .filter(session -> session.hears(intent))
                .forEach(session -> session.dispatch(type, data.deepCopy()));
    }

    /** A connection is gone; its session waits for a resume, unless the bot ended that, too. */
    void detach(Connection gone, boolean forGood) {
        Session session = gone.session();
        if (session != null && session.connection() == gone) {
            session.detach(world.clock().now());
            if (forGood) {
                forget(session);
            }
        }
    }

    void forget(Session session) {
        sessions.remove(session.id());
    }

    void forgetAll() {
        sessions.clear();
    }

    private void forgetExpired() {
        Instant gone = world.clock().now().minus(LIFE);
        sessions.values().removeIf(session -> session.isDetachedSince(gone));
    }

    /** How many have a connection that shall stay. */
    int heard() {
        return (int) sessions.values().stream().filter(Session::isHeard).count();
    }

    /** How many had a connection at once, at most. */
    int most() {
        return most;
    }

    /** Whether one has a connection that shall stay. */
    boolean isAnyHeard() {
        return sessions.values().stream().anyMatch(Session::isHeard);
    }

    /** Whether one has a connection, or can be resumed. */
    boolean isAnyAlive() {
        forgetExpired();
        return !sessions.isEmpty();
    }
}
