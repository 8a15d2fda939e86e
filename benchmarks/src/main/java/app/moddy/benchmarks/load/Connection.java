package app.moddy.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection to the bot, with at most one request on its way. For the load's thread. */
final class Connection implements AutoCloseable {
    private final SocketChannel channel;
    private final AnswerReader answers = new AnswerReader();
    private long sentAt;
    private boolean waiting;

    Connection(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Requests are below a kilobyte: the system takes them whole. */
    void send(byte[] request) throws IOException {
        sentAt = System.nanoTime();
        waiting = true;
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The status of an answer that is whole now, else 0. */
    int read() throws IOException {
        if (channel.read(answers.buffer()) < 0) {
            throw new IOException("the connection was closed");
        }
        int status = answers.status();
        waiting = waiting && status == 0;
        return status;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Nanoseconds since the last request went out. */
    long nanosSinceSent() {
        return System.nanoTime() - sentAt;
    }

    @Override
    public void close() {
        waiting = false;
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that does not close", e);
        }
    }
}
