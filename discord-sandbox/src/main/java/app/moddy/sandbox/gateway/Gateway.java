package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.EventSink;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections, and what can be done to them from outside. Discord also answers op 9 to more than one IDENTIFY within
 * five seconds; the sandbox does not, since tests start bots quickly one after the other. Guarded by the world's lock.
 */
public final class Gateway implements EventSink {
    private final World world;
    private final Sessions sessions;
    private final Login login;
    private final Duration heartbeatInterval;
    private final List<Connection> connections = new ArrayList<>();
    private boolean acknowledging = true;
    private boolean refusingConnections;

    Gateway(World world, Supplier<String> url, IdentifyRules rules, Duration heartbeatInterval) {
        this.world = world;
        this.sessions = new Sessions(world);
        this.login = new Login(world, sessions, new Welcome(world, url), rules);
        this.heartbeatInterval = heartbeatInterval;
    }

    @Override
    public void dispatch(String type, ObjectNode data, int intent) {
        sessions.dispatch(type, data, intent);
    }

    void opened(Connection connection) {
        connections.add(connection);
        connection.hello(heartbeatInterval);
    }

    /** A connection is gone; with 1000 or 1001 from the bot its session is, too. */
    void ended(Connection connection, int code) {
        connection.ended();
        connections.remove(connection);
        sessions.detach(connection, code == 1000 || code == 1001);
        world.changed();
    }

    void heartbeat(Connection connection) {
        connection.heartbeat();
        if (acknowledging) {
            connection.send(Opcode.frame(Opcode.HEARTBEAT_ACK));
        }
    }

    void identify(Connection connection, JsonNode data) {
        closeIfRefused(connection, login.identify(connection, data));
    }

    void resume(Connection connection, JsonNode data) {
        closeIfRefused(connection, login.resume(connection, data));
    }

    private void closeIfRefused(Connection connection, @Nullable CloseCode refusal) {
        if (refusal != null) {
            close(connection, refusal);
        }
    }

    void close(Connection connection, CloseCode code) {
        close(connection, code.number(), code.reason());
    }

    private void close(Connection connection, int code, String reason) {
        Session session = connection.session();
        if (session != null && CloseCode.endsSession(code)) {
            sessions.forget(session);
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
            sessions.forgetAll();
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
        return sessions.isAnyHeard();
    }

    /** Whether somebody hears events, now or after a resume. */
    public boolean hasSession() {
        return sessions.isAnyAlive();
    }

    public int identifies() {
        return login.identifies();
    }

    /** How many sessions are connected. */
    public int sessions() {
        return sessions.heard();
    }

    /** How many sessions were connected at once, at most. */
    public int mostSessions() {
        return sessions.most();
    }

    /** What the latest session asked for, as bits. */
    public int intents() {
        return login.intents();
    }

    public int resumes() {
        return login.resumes();
    }
}
