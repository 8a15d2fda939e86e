package app.moddy.bot.http;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** The bound port with its threads, from its making until {@link #stop}. */
final class HttpListener {
    /** What a terminated thread may still need to go. */
    private static final Duration END = Duration.ofSeconds(1);
    /** As Undertow has it: what is below 16 KiB leaves room for a header of the system's. */
    private static final int BUFFER_BYTES = 16 * 1024 - 20;

    private final ThreadPoolExecutor workers;
    private final XnioWorker ioThreads;
    private final Gate gate;
    private final AcceptingChannel<StreamConnection> port;

    /** @throws IllegalStateException when it can not listen there, with what an operator needs to know */
    HttpListener(HttpSettings settings, Limits limits, RouteTable routes, RequestMetrics metrics) {
        workers = workers(limits);
        ioThreads = ioThreads();
        gate = new Gate(new BearerAuth(settings.secrets()), routes, limits, workers, metrics);
        try {
            port = listen(settings, limits);
        } catch (IOException e) {
            end();
            throw new IllegalStateException(whyNot(settings, e), e);
        }
    }

    int port() {
        return port.getLocalAddress(InetSocketAddress.class).getPort();
    }

    void stop(Duration grace) {
        IoUtils.safeClose(port);
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

    /** Without Undertow's builder, which lets nobody at a connection before its first request. */
    private AcceptingChannel<StreamConnection> listen(HttpSettings settings, Limits limits) throws IOException {
        HttpOpenListener http = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER_BYTES), http(limits));
        // header(): for the first byte, and for the rest of the head after it
        FirstRequests first = new FirstRequests(limits.header().multipliedBy(2));
        http.setRootHandler(first.before(gate));
        AcceptingChannel<StreamConnection> accepting = ioThreads.createStreamConnectionServer(
                address(settings),
                ChannelListeners.openListenerAdapter(connection -> {
                    first.expect(connection);
                    BareRefusal.fill(connection);
                    http.handleEvent(connection);
                }),
                sockets(limits));
        accepting.resumeAccepts();
        return accepting;
    }

    /** Of "any address" Java takes the one that the machine has: :: can not be bound where IPv6 is switched off. */
    private static InetSocketAddress address(HttpSettings settings) throws IOException {
        InetAddress host = InetAddress.getByName(settings.host());
        return host.isAnyLocalAddress()
                ? new InetSocketAddress(settings.port())
                : new InetSocketAddress(host, settings.port());
    }

    private static OptionMap sockets(Limits limits) {
        return OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, 1000)
                .set(Options.CONNECTION_HIGH_WATER, limits.connections())
                // below the other: accepting begins again when their number falls to this one
                .set(Options.CONNECTION_LOW_WATER, limits.connections() * 3 / 4)
                .getMap();
    }

    private static OptionMap http(Limits limits) {
        return OptionMap.builder()
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.header()))
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idle()))
                .set(UndertowOptions.MAX_HEADER_SIZE, Limits.HEADER_BYTES)
                .set(UndertowOptions.MAX_HEADERS, Limits.HEADERS)
                .set(UndertowOptions.MAX_PARAMETERS, Limits.QUERY_PARAMETERS)
                // the gate limits bodies; Undertow's own limit would cut off the answer along with the body
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                // a pipelined answer goes out at once: one that is buffered is lost when the next request is no HTTP
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .getMap();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static String whyNot(HttpSettings settings, Exception reason) {
        String port = Integer.toString(settings.port());
        if (reason instanceof BindException
                && String.valueOf(reason.getMessage()).contains("in use")) {
            return "cannot listen on port %s: another program has it; set INTERNAL_PORT to a free one".formatted(port);
        }
        return "cannot listen on %s, port %s: %s".formatted(settings.host(), port, reason.getMessage());
    }
}
