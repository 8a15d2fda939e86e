package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.EventSink;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The sessions and connections, and what can be done to them from outside. A session without a connection lives for five
 * minutes of the sandbox's clock. Discord also answers op 9 to more than one IDENTIFY within five seconds; the sandbox
 * does not, since tests start bots quickly one after the other. Guarded by the world's lock.
 */
public final class Gateway implements EventSink {
    /** Discord says "some minutes". */
    private static final Duration SESSION_LIFE = Duration.ofMinutes(5);

    private final World world;
    private final Welcome welcome;
    private final IdentifyRules rules;
    private final Duration heartbeatInterval;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private boolean acknowledging = true;
    private boolean refusingConnections;
    private int identifies;
    private int intents;
    private int resumes;

    Gateway(World world, Supplier<String> url, IdentifyRules rules, Duration heartbeatInterval) {
        this.world = world;
        this.welcome = new Welcome(world, url);
        this.rules = rules;
        this.heartbeatInterval = heartbeatInterval;
    }

    @Override
    public void dispatch(String type, ObjectNode data, int intent) {
        forgetExpired();
        sessions.values().stream()
                .filter(session -> session.hears(intent))
                .forEach(session -> session.dispatch(type, data.deepCopy()));
    }

    void opened(Connection connection) {
        connections.add(connection);
        connection.hello(heartbeatInterval);
    }

    /** A connection is gone; with 1000 or 1001 from the bot its session is, too. */
    void ended(Connection connection, int code) {
        connection.ended();
        connections.remove(connection);
        Session session = connection.session();
        if (session != null && session.connection() == connection) {
            session.detach(world.clock().now());
            if (code == 1000 || code == 1001) {
                sessions.remove(session.id());
            }
        }
        world.changed();
    }

    void heartbeat(Connection connection) {
        connection.heartbeat();
        if (acknowledging) {
            connection.send(Opcode.frame(Opcode.HEARTBEAT_ACK));
        }
    }

    void identify(Connection connection, JsonNode data) {
        identifies++;
        CloseCode refusal = connection.session() != null ? CloseCode.ALREADY_AUTHENTICATED : rules.refusal(data);
        if (refusal != null) {
            close(connection, refusal);
            return;
        }
        intents = data.path("intents").intValue();
        Session session = new Session("session-" + world.ids().next(), intents, connection);
        sessions.put(session.id(), session);
        connection.session(session);
        welcome.to(session, data);
        world.changed();
    }

    void resume(Connection connection, JsonNode data) {
        if (!rules.gate().accepts(data.path("token").asText())) {
            close(connection, CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        if (connection.session() != null) {
            close(connection, CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        forgetExpired();
        Session session = sessions.get(data.path("session_id").asText());
        int sequence = data.path("seq").asInt(-1);
        if (session == null || !session.knows(sequence)) {
            connection.send(Opcode.frame(Opcode.INVALID_SESSION, BooleanNode.FALSE));
            return;
        }
        resumes++;
        Connection before = session.connection();
        if (before != null && before != connection) {
            before.drop();
        }
        connection.session(session);
        session.replay(sequence, connection);
        session.attach(connection);
        ObjectNode resumed = Json.object();
        resumed.putArray("_trace");
        session.dispatch("RESUMED", resumed);
        world.changed();
    }

    void close(Connection connection, CloseCode code) {
        close(connection, code.number(), code.reason());
    }

    private void close(Connection connection, int code, String reason) {
        Session session = connection.session();
        if (session != null && CloseCode.endsSession(code)) {
            sessions.remove(session.id());
        }
        connection.close(code, reason);
        ended(connection, 0);
    }

    /** Closes who has not sent a heartbeat for one and a half intervals. */
    void closeSilentOnes() {
        Duration limit = heartbeatInterval.plus(heartbeatInterval.dividedBy(2));
        each(connection -> {
            if (connection.isSilentFor(limit)) {
                close(connection, CloseCode.SESSION_TIMED_OUT);
            }
        });
    }

    /** Forgets who did not come back within {@link #SESSION_LIFE}, with all that could have been replayed. */
    private void forgetExpired() {
        Instant gone = world.clock().now().minus(SESSION_LIFE);
        sessions.values().removeIf(session -> session.isDetachedSince(gone));
    }

    private void each(Consumer<Connection> deed) {
        List.copyOf(connections).forEach(deed);
    }

    /** Breaks every TCP connection. */
    public void drop() {
        each(connection -> {
            connection.drop();
            ended(connection, 0);
        });
    }

    /** Closes every connection with a code. */
    public void close(int code) {
        each(connection -> close(connection, code, "Closed by the sandbox."));
    }

    /** Sends op 7. */
    public void reconnect() {
        each(connection -> connection.tellToLeave(Opcode.frame(Opcode.RECONNECT)));
    }

    /** Sends op 9; unless it shall be resumable the session is forgotten, and the bot may identify anew. */
    public void invalidateSession(boolean resumable) {
        if (!resumable) {
            sessions.clear();
            each(connection -> connection.session(null));
        }
        each(connection ->
                connection.tellToLeave(Opcode.frame(Opcode.INVALID_SESSION, BooleanNode.valueOf(resumable))));
    }

    /** Asks every bot for a heartbeat now (op 1). */
    public void requestHeartbeat() {
        each(connection -> connection.send(Opcode.frame(Opcode.HEARTBEAT)));
    }

    public void acknowledge(boolean heartbeats) {
        acknowledging = heartbeats;
    }

    public void refuseConnections(boolean refuse) {
        refusingConnections = refuse;
    }

    boolean isRefusingConnections() {
        return refusingConnections;
    }

    /** Whether a bot with a session is connected, and was not told to leave. */
    public boolean isConnected() {
        return sessions.values().stream().anyMatch(Session::isHeard);
    }

    /** Whether somebody hears events, now or after a resume. */
    public boolean hasSession() {
        forgetExpired();
        return !sessions.isEmpty();
    }

    public int identifies() {
        return identifies;
    }

    /** What the latest session asked for, as bits. */
    public int intents() {
        return intents;
    }

    public int resumes() {
        return resumes;
    }
}
