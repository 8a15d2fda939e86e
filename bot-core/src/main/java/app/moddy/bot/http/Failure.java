package app.moddy.bot.http;

import java.util.concurrent.ThreadLocalRandom;

/** The body of 500: the log has the same reference. */
record Failure(String error, String reference) {
    /** With a new reference. */
    static Failure of(String error) {
        return new Failure(error, "%08x".formatted(ThreadLocalRandom.current().nextInt()));
    }

    ApiResponse response() {
        return ApiResponse.of(500, this);
    }
}
