package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One socket of a bot, from HELLO to its end. Guarded by the world's lock. */
final class Connection {
    private static final int MAX_FRAMES = 120;
    private static final long FRAME_WINDOW_NANOS = Duration.ofSeconds(60).toNanos();

    private final Transport transport;
    private final Deque<Long> frameTimes = new ArrayDeque<>();
    private long lastHeartbeat = System.nanoTime();
    private boolean open = true;
    private boolean toldToLeave;
    private @Nullable Session session;

    Connection(Transport transport) {
        this.transport = transport;
    }

    void hello(Duration heartbeatInterval) {
        ObjectNode data = Json.object().put("heartbeat_interval", heartbeatInterval.toMillis());
        send(Opcode.frame(Opcode.HELLO, data));
    }

    void send(JsonNode frame) {
        if (open) {
            transport.send(frame);
        }
    }

    /** Sends a frame after which the bot shall go, or begin anew. */
    void tellToLeave(JsonNode frame) {
        toldToLeave = true;
        send(frame);
    }

    boolean isToldToLeave() {
        return toldToLeave;
    }

    @Nullable
    Session session() {
        return session;
    }

    void session(@Nullable Session begun) {
        session = begun;
        toldToLeave = false;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether one more frame now is too many within a minute of real time. */
    boolean countsTooManyFrames() {
        long now = System.nanoTime();
        while (!frameTimes.isEmpty() && now - frameTimes.getFirst() > FRAME_WINDOW_NANOS) {
            frameTimes.removeFirst();
        }
        frameTimes.add(now);
        return frameTimes.size() > MAX_FRAMES;
    }

    void heartbeat() {
        lastHeartbeat = System.nanoTime();
    }

    boolean isSilentFor(Duration limit) {
        return System.nanoTime() - lastHeartbeat > limit.toNanos();
    }

    void close(CloseCode code) {
        close(code.number(), code.reason());
    }

    void close(int code, String reason) {
        if (open) {
            open = false;
            transport.close(code, reason);
        }
    }

    void drop() {
        if (open) {
            open = false;
            transport.drop();
        }
    }

    /** The other side is gone. */
    void ended() {
        if (open) {
            open = false;
            transport.release();
        }
    }
}
