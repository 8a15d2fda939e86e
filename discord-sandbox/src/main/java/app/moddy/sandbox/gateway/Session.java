package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an identified bot has heard so far; outlives its connections. Guarded by the world's lock. */
final class Session {
    private final String id;
    private final int intents;
    private final List<ObjectNode> dispatched = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable Instant detachedAt;

    Session(String id, int intents, Connection connection) {
        this.id = id;
        this.intents = intents;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    void attach(Connection now) {
        connection = now;
        detachedAt = null;
    }

    /** Loses its connection at a time of the sandbox's clock. */
    void detach(Instant now) {
        connection = null;
        detachedAt = now;
    }

    /** Whether it has been without a connection since that time or longer. */
    boolean isDetachedSince(Instant time) {
        return detachedAt != null && !detachedAt.isAfter(time);
    }

    /** Whether it has a connection that shall stay. */
    boolean isHeard() {
        return connection != null && !connection.isToldToLeave();
    }

    boolean hears(int intent) {
        return intent == 0 || (intents & intent) != 0;
    }

    /** Sends an event, or keeps it for the resume when nobody is connected. */
    void dispatch(String type, ObjectNode data) {
        ObjectNode frame = Json.object().put("op", Opcode.DISPATCH).put("s", dispatched.size() + 1);
        frame.put("t", type).set("d", data);
        dispatched.add(frame);
        if (connection != null) {
            connection.send(frame);
        }
    }

    boolean knows(int sequence) {
        return sequence >= 0 && sequence <= dispatched.size();
    }

    /** Sends again what came after a sequence number. */
    void replay(int after, Connection to) {
        List.copyOf(dispatched.subList(after, dispatched.size())).forEach(to::send);
    }
}
