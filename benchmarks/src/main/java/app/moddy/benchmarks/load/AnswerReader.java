package app.moddy.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the end of an HTTP/1.1 answer with a Content-Length, and its status. For one connection. */
final class AnswerReader {
    private static final int MOST_BYTES = 64 * 1024;

    private final ByteBuffer read = ByteBuffer.allocate(MOST_BYTES);
    private int headLength;
    private int bodyLength;

    /** Where what comes is put. */
    ByteBuffer buffer() {
        return read;
    }

    /** The status of the answer once it is whole, else 0; the next one begins then. */
    int status() {
        if (headLength == 0) {
            readHead();
        }
        if (headLength == 0 || read.position() < headLength + bodyLength) {
            return 0;
        }
        int status = (read.get(9) - '0') * 100 + (read.get(10) - '0') * 10 + (read.get(11) - '0');
        headLength = 0;
        read.clear();
        return status;
    }

    private void readHead() {
        byte[] bytes = read.array();
        int end = read.position();
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                String head = new String(bytes, 0, i, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                int length = head.indexOf("content-length:");
                bodyLength = Integer.parseInt(
                        head.substring(length + 15, head.indexOf('\r', length)).strip());
                headLength = i + 1;
                return;
            }
        }
    }
}
