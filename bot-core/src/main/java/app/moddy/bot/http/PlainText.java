package app.moddy.bot.http;

import java.nio.charset.StandardCharsets;

/** A body that is no JSON. */
record PlainText(String contentType, String text) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
