package app.moddy.sandbox;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/**
 * Tells the gateway's sockets and the REST calls apart, which share one port here.
 *
 * @param gateway gets who asks for a WebSocket, on whatever path
 * @param rest gets everything else, so that no path is answered silently
 */
record FrontDoor(HttpHandler gateway, HttpHandler rest) implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String upgrade = exchange.getRequestHeaders().getFirst(Headers.UPGRADE);
        (upgrade != null && upgrade.equalsIgnoreCase("websocket") ? gateway : rest).handleRequest(exchange);
    }
}
