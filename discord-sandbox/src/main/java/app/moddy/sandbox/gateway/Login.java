package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** How a connection comes to its session: by IDENTIFY or by RESUME. Guarded by the world's lock. */
final class Login {
    private final World world;
    private final Sessions sessions;
    private final Welcome welcome;
    private final IdentifyRules rules;
    private int identifies;
    private int intents;
    private int resumes;

    Login(World world, Sessions sessions, Welcome welcome, IdentifyRules rules) {
        this.world = world;
        this.sessions = sessions;
        this.welcome = welcome;
        this.rules = rules;
    }

    /** Begins a session; or returns what to close the connection with. */
    @Nullable
    CloseCode identify(Connection connection, JsonNode data) {
        identifies++;
        CloseCode refusal = connection.session() != null ? CloseCode.ALREADY_AUTHENTICATED : rules.refusal(data);
        if (refusal != null) {
            return refusal;
        }
        intents = data.path("intents").intValue();
        welcome.to(sessions.begin(intents, connection), data);
        world.changed();
        return null;
    }

    /** Goes on with a session, or says with op 9 that there is none; or returns what to close the connection with. */
    @Nullable
    CloseCode resume(Connection connection, JsonNode data) {
        if (!rules.gate().accepts(data.path("token").asText())) {
            return CloseCode.AUTHENTICATION_FAILED;
        }
        if (connection.session() != null) {
            return CloseCode.ALREADY_AUTHENTICATED;
        }
        Session session = sessions.alive(data.path("session_id").asText());
        int sequence = data.path("seq").asInt(-1);
        if (session == null || !session.knows(sequence)) {
            connection.send(Opcode.frame(Opcode.INVALID_SESSION, BooleanNode.FALSE));
        } else {
            goOn(session, sequence, connection);
        }
        return null;
    }

    private void goOn(Session session, int sequence, Connection connection) {
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

    /** Returns how many IDENTIFY came, refused ones included. */
    int identifies() {
        return identifies;
    }

    /** Returns what the latest session asked for, as bits. */
    int intents() {
        return intents;
    }

    int resumes() {
        return resumes;
    }
}
