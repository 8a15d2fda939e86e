package app.moddy.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

/** Discord's JSON in an answer that is no success, read without taking it from who reads it next. */
final class ErrorBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PEEK_BYTES = 16_384;

    private ErrorBody() {}

    /** The JSON; missing when there is none: a proxy's HTML, or a body that broke off. The status says enough then. */
    static JsonNode of(Response response) {
        try (ResponseBody body = response.peekBody(PEEK_BYTES);
                BufferedSource text = plain(response, body)) {
            return JSON.readTree(text.inputStream());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** JDA asks for gzip by itself, and then OkHttp leaves the unpacking to it. */
    private static BufferedSource plain(Response response, ResponseBody body) {
        boolean gzipped = "gzip".equalsIgnoreCase(response.header("Content-Encoding"));
        return gzipped ? Okio.buffer(new GzipSource(body.source())) : body.source();
    }
}
