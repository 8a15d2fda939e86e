package app.moddy.bot.http;

import app.moddy.bot.testing.ApiContract;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP by hand, for what a proper client refuses to send. Waits at most 5 s for anything. An answer that is not as the API's
 * description has it fails the test.
 */
final class RawClient implements AutoCloseable {
    record Answer(int status, Map<String, String> headers, String body) {}

    /** One that can be told from the beginning of what was written; any other is none that the description knows. */
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (?:http://[^/ ]*)?(/[^ ?]*)\\S* HTTP/1\\.1\r\n");

    private final Socket socket;
    private final InputStream in;
    private final ApiContract contract;
    private final Queue<Matcher> requests = new ArrayDeque<>();

    RawClient(String host, int port, ApiContract contract) throws IOException {
        this.contract = contract;
        socket = new Socket(host, port);
        socket.setSoTimeout(5000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Bytes as they are: each character one byte. */
    RawClient write(String text) throws IOException {
        Matcher request = REQUEST.matcher(text);
        if (request.lookingAt()) {
            requests.add(request);
        }
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A header with the right token and these further lines. */
    RawClient begin(String requestLine, String... headers) throws IOException {
        StringBuilder text = new StringBuilder(
                requestLine + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + TestServer.SECRET + "\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return write(text + "\r\n");
    }

    Answer answer() throws IOException {
        String statusLine = line();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        Answer answer = new Answer(Integer.parseInt(statusLine.split(" ", -1)[1]), headers, body);
        require(answer);
        return answer;
    }

    private void require(Answer answer) {
        if (answer.status() < 200) { // "go on": the answer itself comes later
            return;
        }
        Matcher request = requests.poll();
        contract.breach(
                        request == null ? "none" : request.group(1),
                        request == null ? "none" : request.group(2),
                        answer.status(),
                        name -> Optional.ofNullable(answer.headers().get(name)),
                        answer.body())
                .ifPresent(breach -> {
                    throw new AssertionError(breach);
                });
    }

    /** Whether the server has closed the connection (within 5 s) without sending anything more. */
    boolean isClosed() {
        try {
            return in.read() == -1;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether nothing comes for so long. */
    boolean isSilentFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        in.mark(1);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(5000);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new IOException("closed after '" + line.toString(StandardCharsets.ISO_8859_1) + "'");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
