package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The numbers of the frames, and the frames without sequence. */
final class Opcode {
    static final int DISPATCH = 0;
    static final int HEARTBEAT = 1;
    static final int IDENTIFY = 2;
    static final int PRESENCE = 3;
    static final int VOICE_STATE = 4;
    static final int RESUME = 6;
    static final int RECONNECT = 7;
    static final int REQUEST_MEMBERS = 8;
    static final int INVALID_SESSION = 9;
    static final int HELLO = 10;
    static final int HEARTBEAT_ACK = 11;

    private Opcode() {}

    static ObjectNode frame(int op, JsonNode data) {
        ObjectNode frame = Json.object().put("op", op);
        frame.set("d", data);
        return frame.putNull("s").putNull("t");
    }

    static ObjectNode frame(int op) {
        return frame(op, NullNode.getInstance());
    }
}
