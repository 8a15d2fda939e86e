package app.moddy.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that each make the next request when the last one is answered, over connections that are kept, all on the caller's
 * thread. One load, once.
 */
public final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final Requests requests;
    private final Selector selector;
    private final Shots shots = new Shots();
    private final List<Connection> connections = new ArrayList<>();
    private int left;
    private long end;

    private Load(int port, Requests requests) {
        this.port = port;
        this.requests = requests;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on for this time; returns when the requests under way are answered, too. */
    public static Shots during(Duration time, int port, Requests requests, int clients) {
        Load load = new Load(port, requests);
        load.left = Integer.MAX_VALUE;
        return load.run(clients, time);
    }

    /** Makes so many requests in all. */
    public static Shots of(int many, int port, Requests requests, int clients) {
        Load load = new Load(port, requests);
        load.left = many;
        return load.run(Math.min(clients, many), Duration.ofHours(1));
    }

    private Shots run(int clients, Duration time) {
        try (selector) {
            for (int i = 0; i < clients; i++) {
                connections.add(new Connection(port, selector));
            }
            long begin = System.nanoTime();
            end = begin + time.toNanos();
            for (Connection connection : connections) {
                sendNext(connection);
            }
            while (connections.stream().anyMatch(Connection::isWaiting)) {
                selector.select(this::receive, 100);
                giveUpLate();
            }
            shots.end(Math.min(System.nanoTime(), end) - begin);
            return shots;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(Connection::close);
        }
    }

    private void sendNext(Connection connection) throws IOException {
        if (left > 0 && System.nanoTime() < end) {
            left--;
            connection.send(requests.next());
        }
    }

    private void receive(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            int status = connection.read();
            if (status > 0) {
                shots.answered(status, connection.nanosSinceSent(), System.nanoTime() < end);
                sendNext(connection);
            }
        } catch (IOException e) { // it is counted, and the next request goes another way
            replace(connection);
        }
    }

    private void giveUpLate() {
        for (Connection connection : List.copyOf(connections)) {
            if (connection.isWaiting() && connection.nanosSinceSent() > PATIENCE.toNanos()) {
                replace(connection);
            }
        }
    }

    private void replace(Connection lost) {
        if (lost.isWaiting()) {
            shots.broken();
        }
        lost.close();
        connections.remove(lost);
        try {
            Connection next = new Connection(port, selector);
            connections.add(next);
            sendNext(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
