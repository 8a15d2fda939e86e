package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.GzipSink;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {
    private static final String JSON = "{\"code\":130000,\"retry_after\":120.5}";

    private static Response answer(Buffer body, String encoding) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("Service Unavailable")
                .header("Content-Encoding", encoding)
                .body(ResponseBody.create(body, MediaType.get("application/json"), body.size()))
                .build();
    }

    @Test
    void readsWhatDiscordHasCompressedAndLeavesItToOthers() throws IOException {
        Buffer compressed = new Buffer();
        try (GzipSink gzip = new GzipSink(compressed)) {
            gzip.write(new Buffer().writeUtf8(JSON), JSON.length());
        }
        long size = compressed.size();
        try (Response response = answer(compressed, "gzip")) {
            assertThat(ErrorBody.of(response).path("code").asInt()).isEqualTo(130000);
            assertThat(response.body().bytes()).hasSize((int) size);
        }
    }

    @Test
    void readsWhatIsPlain() {
        try (Response response = answer(new Buffer().writeUtf8(JSON), "identity")) {
            assertThat(ErrorBody.of(response).path("retry_after").asDouble()).isEqualTo(120.5);
        }
    }

    @Test
    void aProxysHtmlOrHalfABodyIsNoJson() {
        try (Response html = answer(new Buffer().writeUtf8("<html>"), "identity");
                Response half = answer(new Buffer().writeUtf8("not gzip at all"), "gzip")) {
            assertThat(ErrorBody.of(html).isMissingNode()).isTrue();
            assertThat(ErrorBody.of(half).isMissingNode()).isTrue();
        }
    }
}
