package app.moddy.bot.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
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

    BodyReader(HttpServerExchange exchange) {
        this.exchange = exchange;
        this.channel = exchange.getRequestChannel();
    }

    /** Reads the whole of it, if it has at most that many bytes. */
    void receive(int atMost, Receiver receiver) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        listen(ready -> collect(body, atMost, receiver));
    }

    /** Reads what is left, for nothing but its end. */
    void discard(Runnable ended, Runnable broken) {
        listen(ready -> {
            try {
                if (skip() == -1) {
                    stop();
                    ended.run();
                }
            } catch (IOException e) {
                stop();
                broken.run();
            }
        });
    }

    private void listen(ChannelListener<StreamSourceChannel> listener) {
        channel.getReadSetter().set(listener);
        channel.resumeReads();
        // at once too: what came in one packet with the header is here already, and no event tells
        listener.handleEvent(channel);
    }

    private void stop() {
        channel.getReadSetter().set(null);
        channel.suspendReads();
    }

    private void collect(ByteArrayOutputStream body, int atMost, Receiver receiver) {
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
                stop();
                receiver.tooLarge();
            } else if (count == -1) {
                stop();
                receiver.whole(body.toByteArray());
            }
        } catch (IOException e) {
            stop();
            receiver.broken(e);
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
