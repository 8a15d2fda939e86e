package app.moddy.bot.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The bound port with its threads, from its making until {@link #stop}. */
final class HttpListener {
    /** What a terminated thread may still need to go. */
    private static final Duration END = Duration.ofSeconds(1);

    private final ThreadPoolExecutor workers;
    private final XnioWorker ioThreads;
    private final Gate gate;
    private final Undertow undertow;

    /** @throws IllegalStateException when it can not listen there, with what an operator needs to know */
    HttpListener(HttpSettings settings, Limits limits, RouteTable routes) {
        workers = workers(limits);
        ioThreads = ioThreads();
        gate = new Gate(new BearerAuth(settings.secrets()), routes, limits, workers);
        undertow = undertow(settings, limits);
        try {
            undertow.start();
        } catch (RuntimeException e) {
            end();
            throw new IllegalStateException(whyNot(settings, e), e);
        }
    }

    int port() {
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        return address.getPort();
    }

    void stop(Duration grace) {
        // the IO threads are ours, so this ends the accepting only
        undertow.stop();
        gate.close(grace);
        end();
    }

    private void end() {
        workers.shutdownNow();
        ioThreads.shutdownNow();
        try {
            ioThreads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor workers(Limits limits) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                limits.workers(),
                limits.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.queue()),
                task -> new Thread(task, "http-worker-" + number.incrementAndGet()));
    }

    private static XnioWorker ioThreads() {
        try {
            return Xnio.getInstance()
                    .createWorker(OptionMap.builder()
                            .set(Options.WORKER_NAME, "http")
                            .set(Options.WORKER_IO_THREADS, 2)
                            .set(Options.WORKER_TASK_CORE_THREADS, 1)
                            .set(Options.WORKER_TASK_MAX_THREADS, 1)
                            .getMap());
        } catch (IOException e) {
            throw new IllegalStateException("no IO threads for HTTP: " + e.getMessage(), e);
        }
    }

    private Undertow undertow(HttpSettings settings, Limits limits) {
        return Undertow.builder()
                .setWorker(ioThreads)
                .addHttpListener(settings.port(), settings.host())
                .setHandler(gate)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
                // below the other: accepting begins again when their number falls to this one
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections() * 3 / 4)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.header()))
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idle()))
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, Limits.HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_HEADERS, Limits.HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, Limits.QUERY_PARAMETERS)
                // the gate limits bodies; Undertow's own limit would cut off the answer along with the body
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                // a pipelined answer goes out at once: one that is buffered is lost when the next request is no HTTP
                .setServerOption(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .build();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static String whyNot(HttpSettings settings, RuntimeException thrown) {
        Throwable reason = thrown.getCause() == null ? thrown : thrown.getCause();
        String port = Integer.toString(settings.port());
        if (reason instanceof BindException
                && String.valueOf(reason.getMessage()).contains("in use")) {
            return "cannot listen on port %s: another program has it; set INTERNAL_PORT to a free one".formatted(port);
        }
        return "cannot listen on %s, port %s: %s".formatted(settings.host(), port, reason.getMessage());
    }
}
