package app.moddy.bot.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/** Reads one request's body without blocking. For the connection's IO thread only. */
final class BodyReader {
    /** What became of the body: one of these, once. */
    interface Receiver {
        void whole(byte[] body);

        void tooLarge();

        void broken(IOException reason);
    }

    /** What one connection may have discarded before the others of its IO thread have their turn. */
    private static final int TURN_BYTES = 64 * 1024;

    private final HttpServerExchange exchange;
    private final StreamSourceChannel channel;
    private boolean listening;

    BodyReader(HttpServerExchange exchange) {
        this.exchange = exchange;
        this.channel = exchange.getRequestChannel();
    }

    /** Reads the whole of it, if it has at most that many bytes. */
    void receive(int atMost, Receiver receiver) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        read(() -> collect(body, atMost, receiver));
    }

    /** Reads what is left, for nothing but its end. */
    void discard(Runnable ended, Runnable broken) {
        read(() -> {
            try {
                return skip() == -1 ? ended : null;
            } catch (IOException e) {
                return broken;
            }
        });
    }

    /**
     * Reads part by part.
     *
     * @param part takes what is there; returns what follows once there is no more to come
     */
    private void read(Supplier<@Nullable Runnable> part) {
        // first: most bodies came in one packet with the header; no event tells of those, and to ask for one costs
        if (!isOver(part)) {
            listening = true;
            channel.getReadSetter().set(ready -> isOver(part));
            channel.resumeReads();
        }
    }

    private boolean isOver(Supplier<@Nullable Runnable> part) {
        Runnable then = part.get();
        if (then == null) {
            return false;
        }
        if (listening) { // this reading, or one that was given up
            listening = false;
            channel.getReadSetter().set(null);
            channel.suspendReads();
        }
        then.run();
        return true;
    }

    private @Nullable Runnable collect(ByteArrayOutputStream body, int atMost, Receiver receiver) {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            int count;
            while ((count = channel.read(buffer.clear())) > 0 && body.size() <= atMost) {
                byte[] part = new byte[count];
                buffer.flip().get(part);
                body.writeBytes(part);
            }
            if (body.size() > atMost) {
                return receiver::tooLarge;
            }
            return count == -1 ? () -> receiver.whole(body.toByteArray()) : null;
        } catch (IOException e) {
            return () -> receiver.broken(e);
        }
    }

    /** How the last read ended: -1 at the body's end. */
    private int skip() throws IOException {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            int total = 0;
            int count;
            do {
                count = channel.read(pooled.getBuffer().clear());
                total += count;
            } while (count > 0 && total < TURN_BYTES);
            return count;
        }
    }
}
