package app.moddy.sandbox;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The socket on 127.0.0.1 and the threads behind it. */
final class SandboxServer {
    private static final AtomicInteger THREADS = new AtomicInteger();

    /** More than Discord takes, so that the API gets to refuse it in Discord's words. */
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4, SandboxServer::daemon);
    /** Known once the listener is open; who needs it earlier waits. */
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private @Nullable Undertow undertow;

    /** Opens the listener; whoever connects finds the handler there. */
    void listen(int wantedPort, HttpHandler handler) {
        Undertow opened = Undertow.builder()
                .addHttpListener(wantedPort, "127.0.0.1")
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BYTES)
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setHandler(handler)
                .build();
        undertow = opened;
        opened.start();
        port.complete(((InetSocketAddress) opened.getListenerInfo().get(0).getAddress()).getPort());
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "discord-sandbox-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return port.join();
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    void stop() {
        if (undertow != null) {
            undertow.stop();
        }
        executor.shutdownNow();
    }
}
