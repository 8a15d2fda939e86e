package app.moddy.bot.http;

import app.moddy.bot.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Gives an error body to the 400 that Undertow sends when it cannot parse a request. It writes that one past every handler,
 * so it is recognised by its bytes on their way out; no other answer has them, since all others have a {@code Content-Type}.
 */
final class BareRefusal extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private static final byte[] BODY =
            Json.write(Map.of("error", "Malformed HTTP request")).getBytes(StandardCharsets.UTF_8);
    private static final ByteBuffer BARE =
            ascii("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    private static final ByteBuffer WHOLE = ascii(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\n"
                    + "Content-Length: " + BODY.length + "\r\nConnection: close\r\n\r\n"
                    + new String(BODY, StandardCharsets.US_ASCII));

    private @Nullable ByteBuffer instead;

    private BareRefusal(StreamSinkConduit next) {
        super(next);
    }

    /** To be called before Undertow has the connection. */
    static void fill(StreamConnection connection) {
        ConduitStreamSinkChannel sink = connection.getSinkChannel();
        sink.setConduit(new BareRefusal(sink.getConduit()));
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (instead == null && source.equals(BARE)) {
            instead = WHOLE.duplicate();
        }
        return instead == null ? super.write(source) : write(instead, source);
    }

    /** Takes nothing from the source until all that stands for it is out: it is offered again then. */
    private int write(ByteBuffer whole, ByteBuffer source) throws IOException {
        while (whole.hasRemaining()) {
            if (next.write(whole) == 0) {
                return 0;
            }
        }
        int taken = source.remaining();
        source.position(source.limit());
        return taken;
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();
    }
}
