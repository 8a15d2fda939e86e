package app.moddy.bot.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A network between the bot and PostgreSQL that a test cuts. Thread-safe. */
public final class Relay implements AutoCloseable {
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> losesAnswers = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private volatile @Nullable String losing;
    private volatile boolean forwards = true;
    private volatile boolean silent;

    private Relay(String place) {
        this.host = place.substring(0, place.lastIndexOf(':'));
        this.port = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** To this database's server. */
    public static Relay to(PostgresDatabase database) {
        return new Relay(database.place());
    }

    /** The database's address by way of this. */
    public String url(PostgresDatabase database) {
        return database.url().replace("//" + database.place() + "/", "//127.0.0.1:" + door.getLocalPort() + "/");
    }

    /**
     * The next request with this text gets no answer: its connection ends instead.
     *
     * @param arrives whether the server gets it
     */
    public void lose(String text, boolean arrives) {
        forwards = arrives;
        losing = text;
    }

    /** From now on nothing is answered, and nothing is refused; or all is well again. */
    public void silent(boolean now) {
        silent = now;
        if (!now) {
            cut();
        }
    }

    /** Ends all connections. */
    public void cut() {
        sockets.forEach(Relay::close);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                sockets.add(client);
                Socket server = new Socket(host, port);
                sockets.add(server);
                start(() -> pump(client, server, true));
                start(() -> pump(server, client, false));
            }
        } catch (IOException e) {
            cut(); // closed
        }
    }

    private void pump(Socket from, Socket to, boolean requests) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[65_536];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                boolean lost = requests ? isLost(bytes, read) : losesAnswers.remove(to);
                if (lost && !(requests && forwards)) {
                    return;
                }
                if (lost) {
                    losesAnswers.add(from);
                }
                if (!silent) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // cut: the other side is closed with it
        }
    }

    private boolean isLost(byte[] bytes, int length) {
        String text = losing;
        if (text == null || !new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(text)) {
            return false;
        }
        losing = null;
        return true;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
