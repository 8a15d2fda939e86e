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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A network between the bot and PostgreSQL that a test cuts. Thread-safe. */
public final class Relay implements AutoCloseable {
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> losesAnswers = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final Set<Socket> atIt = ConcurrentHashMap.newKeySet();
    private volatile String before = "";
    private volatile @Nullable String losing;
    private volatile boolean forwards = true;
    private volatile boolean thenDown;
    private volatile boolean silent;
    private volatile boolean down;
    private final CountDownLatch hangs = new CountDownLatch(1);
    private volatile @Nullable String hanging;

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
        before = "";
        thenDown = false;
        forwards = arrives;
        losing = text;
    }

    /**
     * The next request with this text gets no answer, and from then on nobody reaches the server.
     *
     * @param first comes before it on the same connection
     * @param arrives whether the server gets it
     */
    public void loseAndGoDown(String first, String text, boolean arrives) {
        before = first;
        thenDown = true;
        forwards = arrives;
        losing = text;
    }

    /** The next request with this text, and all that follows, is not passed on. */
    public void hangAt(String text) {
        hanging = text;
    }

    /** Returns once that has come. */
    public void awaitHanging() throws InterruptedException {
        if (!hangs.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("no such request");
        }
    }

    /** From now on all connections end at once; or all is well again. */
    public void down(boolean now) {
        down = now;
        if (now) {
            cut();
        }
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
                if (down) {
                    close(client);
                    continue;
                }
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
                boolean lost = requests ? isLost(from, bytes, read) : losesAnswers.remove(to);
                if (lost && !(requests && forwards)) {
                    if (thenDown) {
                        down(true);
                    }
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

    private boolean isLost(Socket from, byte[] bytes, int length) {
        String request = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (hanging != null && request.contains(hanging)) {
            silent = true;
            hangs.countDown();
        }
        String text = losing;
        if (text == null) {
            return false;
        }
        if (request.contains(before)) {
            atIt.add(from);
        }
        if (!atIt.contains(from) || !request.contains(text)) {
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
