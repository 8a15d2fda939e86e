package app.moddy.sandbox;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bot without a library: plain HTTP and a plain WebSocket. */
record RawBot(DiscordSandbox discord) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Reply(int status, JsonNode json, String text, Map<String, String> headers) {
        int code() {
            return json.path("code").asInt(-1);
        }

        /** Returns the code of the first form error at a path such as {@code embeds.0.title}. */
        String formError(String path) {
            String pointer = path.isEmpty() ? "" : "/" + path.replace('.', '/');
            return json.at("/errors" + pointer + "/_errors/0/code").asText();
        }
    }

    Reply get(String path) {
        return send("GET", path, null, "Bot " + discord.token(), "application/json");
    }

    Reply post(String path, String body) {
        return send("POST", path, body, "Bot " + discord.token(), "application/json");
    }

    Reply put(String path, String body) {
        return send("PUT", path, body, "Bot " + discord.token(), "application/json");
    }

    Reply withHeader(String method, String path, String name, String value) {
        HttpRequest.Builder request = HttpRequest.newBuilder(discord.apiUrl().resolve(path));
        request.header("Authorization", "Bot " + discord.token()).header(name, value);
        return send(request.method(method, HttpRequest.BodyPublishers.noBody()).build());
    }

    Reply send(String method, String path, @Nullable String body, @Nullable String authorization, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(discord.apiUrl().resolve(path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType).method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        return send(request.build());
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            JsonNode json = Json.read(answer.body()).orElseGet(MissingNode::getInstance);
            return new Reply(answer.statusCode(), json, answer.body(), headers);
        } catch (IOException broken) {
            return new Reply(0, MissingNode.getInstance(), broken.toString(), Map.of());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Opens the direct messages with a user and returns the path of their messages. */
    String messagesWith(SandboxUser user) {
        String id = post("users/@me/channels", "{\"recipient_id\":\"" + user.id() + "\"}")
                .json()
                .path("id")
                .asText();
        return "channels/" + id + "/messages";
    }

    Socket connect() {
        return connect("?v=10&encoding=json");
    }

    Socket connect(String query) {
        Socket socket = new Socket();
        socket.open(URI.create(discord.gatewayUrl() + "/" + query));
        return socket;
    }

    String identify(int intents) {
        return "{\"op\":2,\"d\":{\"token\":\"" + discord.token() + "\",\"intents\":" + intents
                + ",\"properties\":{\"os\":\"x\",\"browser\":\"x\",\"device\":\"x\"}}}";
    }

    /** A plain WebSocket that keeps what it hears; a close is the frame {@code {"close":code}}. */
    static final class Socket implements WebSocket.Listener {
        private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        void open(URI address) {
            socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
        }

        Socket send(String text) {
            if (socket != null) {
                socket.sendText(text, true).join();
            }
            return this;
        }

        /** Waits for the next frame with this key, such as {@code close}, or this event. */
        JsonNode next(String keyOrEvent) throws InterruptedException {
            while (true) {
                JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("No " + keyOrEvent + " arrived");
                }
                if (frame.has(keyOrEvent) || frame.path("t").asText().equals(keyOrEvent)) {
                    return frame;
                }
            }
        }

        int closeCode() throws InterruptedException {
            return next("close").path("close").asInt();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                Json.read(partial.toString()).ifPresent(frames::add);
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            frames.add(Json.object().put("close", statusCode));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            frames.add(Json.object().put("close", -1));
        }
    }
}
