package app.moddy.benchmarks.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.requests.RestConfig;
import org.jspecify.annotations.Nullable;

/**
 * The floor: reads the JSON that the bot reads, sends one embed by JDA over the channel that it remembers, and answers the JSON
 * that the bot answers. It checks nothing, records nothing, keeps no pace and loses what fails. With a {@link Journal} it records
 * each request before it is sent, and what became of it before it is answered: what that alone costs.
 *
 * <p>{@code POST /internal/notify} sends; {@code POST /accept} only answers.
 */
public final class Floor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] DELIVERED = {'d'};
    private static final byte[] FAILED = {'f'};

    private final Map<Long, PrivateChannel> channels = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(1_000_000_000_000_000_000L);
    private final JDA jda;
    private final @Nullable Journal journal;

    private Floor(JDA jda, @Nullable Journal journal) {
        this.jda = jda;
        this.journal = journal;
    }

    /**
     * Serves on a free port, which it prints; DISCORD_TOKEN and DISCORD_API_URL say where Discord is.
     *
     * @param args the journal's file, if it is to have one
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Journal journal = args.length == 0 ? null : Journal.start(Path.of(args[0]));
        JDA jda = JDABuilder.createLight(System.getenv("DISCORD_TOKEN"), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(System.getenv("DISCORD_API_URL")))
                .setSessionController(new FixedGateway(System.getenv("DISCORD_GATEWAY_URL")))
                .build()
                .awaitReady();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(2)
                .setHandler(receivingAll(new Floor(jda, journal)::handle))
                .build();
        server.start();
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        System.out.println("Serving on port " + port);
    }

    private interface BodyHandler {
        void handle(HttpServerExchange exchange, byte[] body);
    }

    private static HttpHandler receivingAll(BodyHandler handler) {
        return exchange -> exchange.getRequestReceiver().receiveFullBytes(handler::handle);
    }

    private void handle(HttpServerExchange exchange, byte[] body) {
        JsonNode request = read(body);
        if (exchange.getRequestPath().equals("/accept")) {
            answer(exchange, 202, "Notification accepted, delivery pending", "pending");
        } else {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> record(body, () -> notify(exchange, request)));
        }
    }

    private void notify(HttpServerExchange exchange, JsonNode request) {
        long user = request.get("discord_id").asLong();
        MessageEmbed embed = embed(request);
        PrivateChannel known = channels.get(user);
        if (known != null) {
            send(exchange, known, embed);
            return;
        }
        jda.openPrivateChannelById(user)
                .queue(
                        opened -> {
                            channels.put(user, opened);
                            send(exchange, opened, embed);
                        },
                        failure -> failed(exchange));
    }

    private void send(HttpServerExchange exchange, PrivateChannel channel, MessageEmbed embed) {
        channel.sendMessageEmbeds(embed)
                .queue(sent -> record(DELIVERED, () -> delivered(exchange)), failure -> failed(exchange));
    }

    private void record(byte[] bytes, Runnable then) {
        if (journal == null) {
            then.run();
        } else {
            journal.record(bytes, then);
        }
    }

    private void delivered(HttpServerExchange exchange) {
        exchange.getIoThread().execute(() -> answer(exchange, 200, "User notified successfully", "delivered"));
    }

    private void failed(HttpServerExchange exchange) {
        record(
                FAILED,
                () -> exchange.getIoThread()
                        .execute(() -> answer(exchange, 500, "Failed to send Discord message", "refused")));
    }

    private MessageEmbed embed(JsonNode request) {
        JsonNode metadata = request.get("metadata");
        return new EmbedBuilder()
                .setTitle("🎉 Welcome to " + request.get("plan").asText() + "!")
                .setDescription("Your subscription has been activated.")
                .setColor(0x00ff00)
                .addField("Plan", request.get("plan").asText(), true)
                .addField("Type", metadata.get("subscription_type").asText(), true)
                .addField(
                        "Price",
                        metadata.get("amount").asText()
                                + metadata.get("currency").asText(),
                        true)
                .addField("What's next?", "You now have access to all premium features!", false)
                .setFooter("Ref " + ids.incrementAndGet())
                .build();
    }

    private void answer(HttpServerExchange exchange, int status, String message, String outcome) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", status < 300);
        body.put("message", message);
        body.put("notification_sent", status == 200);
        body.put("notification_id", Long.toString(ids.get()));
        body.put("outcome", outcome);
        body.put("retryable", false);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        exchange.getResponseSender().send(ByteBuffer.wrap(write(body)));
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
