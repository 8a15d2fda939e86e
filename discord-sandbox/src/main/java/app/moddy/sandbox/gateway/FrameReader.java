package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the frames of one bot and closes the connection when they break the rules. */
final class FrameReader extends AbstractReceiveListener {
    private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);
    private static final int MAX_BYTES = 4096;

    private final World world;
    private final Gateway gateway;
    private final Connection connection;

    FrameReader(World world, Gateway gateway, Connection connection) {
        this.world = world;
        this.gateway = gateway;
        this.connection = connection;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel socket, BufferedTextMessage message) {
        String text = message.getData();
        synchronized (world) {
            if (connection.isOpen()) {
                guarded(text);
            }
        }
    }

    private void guarded(String text) {
        try {
            read(text);
        } catch (RuntimeException bug) {
            LOG.error("The sandbox failed at a frame", bug);
            world.problem("The sandbox failed at a frame: " + bug);
            gateway.close(connection, CloseCode.UNKNOWN_ERROR);
        }
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel socket, BufferedBinaryMessage message) {
        message.getData().free();
        synchronized (world) {
            refuse(CloseCode.DECODE_ERROR, "a binary frame");
        }
    }

    private void read(String text) {
        JsonNode frame = Json.read(text).orElse(null);
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            refuse(CloseCode.DECODE_ERROR, "a frame of more than " + MAX_BYTES + " bytes");
        } else if (frame == null || !frame.path("op").isInt()) {
            refuse(CloseCode.DECODE_ERROR, "a frame that is not JSON with an op");
        } else if (connection.countsTooManyFrames()) {
            refuse(CloseCode.RATE_LIMITED, "more than 120 frames in 60 seconds");
        } else {
            perform(frame.path("op").intValue(), frame.path("d"));
        }
    }

    private void perform(int op, JsonNode data) {
        boolean ready = connection.session() != null;
        switch (op) {
            case Opcode.HEARTBEAT -> gateway.heartbeat(connection);
            case Opcode.IDENTIFY -> {
                if (ready) {
                    world.problem("Gateway: IDENTIFY on a connection that has a session");
                }
                gateway.identify(connection, data);
            }
            case Opcode.RESUME -> {
                if (ready) {
                    world.problem("Gateway: RESUME on a connection that has a session");
                }
                gateway.resume(connection, data);
            }
            case Opcode.PRESENCE, Opcode.VOICE_STATE -> {
                if (!ready) {
                    refuse(CloseCode.NOT_AUTHENTICATED, "op " + op + " before IDENTIFY");
                }
            }
            case Opcode.REQUEST_MEMBERS -> {
                if (ready) {
                    world.problem("Gateway: the sandbox does not answer op 8 (request guild members)");
                } else {
                    refuse(CloseCode.NOT_AUTHENTICATED, "op " + op + " before IDENTIFY");
                }
            }
            default -> refuse(CloseCode.UNKNOWN_OPCODE, "op " + op);
        }
    }

    private void refuse(CloseCode code, String what) {
        world.problem("Gateway: " + what + " (closed with " + code.number() + ")");
        gateway.close(connection, code);
    }

    @Override
    protected void onCloseMessage(CloseMessage message, WebSocketChannel socket) {
        synchronized (world) {
            gateway.ended(connection, message.getCode());
        }
    }

    @Override
    protected long getMaxTextBufferSize() {
        // More than Discord takes, so that the reader gets to say why it refuses.
        return 16L * MAX_BYTES;
    }
}
