package app.moddy.sandbox;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** The socket on 127.0.0.1 and the threads behind it. */
final class SandboxServer {
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final PathHandler paths = Handlers.path();
    private final Undertow undertow;
    private final ScheduledExecutorService executor;
    private final int port;

    SandboxServer(int wantedPort) {
        executor = Executors.newScheduledThreadPool(4, SandboxServer::daemon);
        undertow = Undertow.builder()
                .addHttpListener(wantedPort, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setHandler(paths)
                .build();
        undertow.start();
        port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "discord-sandbox-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** The handlers need to know the port, so they come after the start. */
    void serve(String prefix, HttpHandler handler) {
        paths.addPrefixPath(prefix, handler);
    }

    int port() {
        return port;
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    void stop() {
        undertow.stop();
        executor.shutdownNow();
    }
}
