package app.moddy.sandbox.gateway;

import app.moddy.sandbox.rest.TokenGate;
import app.moddy.sandbox.world.World;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Accepts the sockets of bots and hands their frames to the {@link Gateway}. */
public final class GatewayServer implements HttpHandler {
    private final World world;
    private final Gateway gateway;
    private final HttpHandler upgrade = Handlers.websocket(this::connected);

    /**
     * Begins to watch the heartbeats.
     *
     * @param url where bots connect and resume; asked once somebody connects
     * @param privilegedIntents the privileged intents that are enabled for the bot
     */
    public GatewayServer(
            World world,
            Supplier<String> url,
            TokenGate gate,
            int privilegedIntents,
            Duration heartbeatInterval,
            ScheduledExecutorService executor) {
        this.world = world;
        this.gateway = new Gateway(world, url, new IdentifyRules(gate, privilegedIntents), heartbeatInterval);
        long tick = Math.max(20, heartbeatInterval.toMillis() / 4);
        var unused = executor.scheduleWithFixedDelay(this::watch, tick, tick, TimeUnit.MILLISECONDS);
    }

    public Gateway gateway() {
        return gateway;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        boolean refused;
        synchronized (world) {
            refused = gateway.isRefusingConnections();
        }
        if (refused) {
            exchange.setStatusCode(503).endExchange();
        } else {
            upgrade.handleRequest(exchange);
        }
    }

    private void watch() {
        synchronized (world) {
            gateway.closeSilentOnes();
        }
    }

    private void connected(WebSocketHttpExchange exchange, WebSocketChannel socket) {
        Map<String, List<String>> query = exchange.getRequestParameters();
        boolean zlib = "zlib-stream".equals(first(query, "compress"));
        Connection connection = new Connection(new Transport(socket, zlib));
        socket.getReceiveSetter().set(new FrameReader(world, gateway, connection));
        socket.addCloseTask(closed -> {
            synchronized (world) {
                gateway.ended(connection, 0);
            }
        });
        synchronized (world) {
            if (!"10".equals(first(query, "v")) || !"json".equals(first(query, "encoding"))) {
                world.problem("The gateway speaks v=10 and encoding=json only, asked was " + query);
                connection.close(CloseCode.INVALID_VERSION);
            } else {
                gateway.opened(connection);
            }
        }
        socket.resumeReceives();
    }

    private static String first(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
