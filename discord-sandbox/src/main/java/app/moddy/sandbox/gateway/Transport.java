package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** Sends frames over one socket, plain or as one zlib stream. Guarded by the world's lock. */
final class Transport {
    private final WebSocketChannel socket;
    private final @Nullable Deflater deflater;

    Transport(WebSocketChannel socket, boolean zlib) {
        this.socket = socket;
        this.deflater = zlib ? new Deflater() : null;
    }

    void send(JsonNode frame) {
        String text = Json.write(frame);
        if (deflater == null) {
            WebSockets.sendText(text, socket, null);
        } else {
            WebSockets.sendBinary(ByteBuffer.wrap(compress(deflater, text)), socket, null);
        }
    }

    /** One context for the whole connection; each frame ends with 00 00 FF FF. */
    private static byte[] compress(Deflater deflater, String text) {
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int length = buffer.length;
        while (length == buffer.length) {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, length);
        }
        return out.toByteArray();
    }

    void close(int code, String reason) {
        WebSockets.sendClose(code, reason, socket, null);
        release();
    }

    /** Breaks the TCP connection without a close frame. */
    void drop() {
        IoUtils.safeClose(socket);
        release();
    }

    /** Frees the memory of the compression; nothing can be sent afterwards. */
    void release() {
        if (deflater != null) {
            deflater.end();
        }
    }
}
