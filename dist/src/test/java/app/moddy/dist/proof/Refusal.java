package app.moddy.dist.proof;

import java.net.http.HttpResponse;

/**
 * What came of a request other than 200 or 202.
 *
 * @param text the status and the body, or why there was no answer
 * @param later whether the answer says when to ask again
 * @param millis how long it took
 */
record Refusal(String text, boolean later, long millis) {
    /** By an answer to a request that began at this time of {@link System#nanoTime}. */
    static Refusal of(HttpResponse<String> answer, long began) {
        boolean later = answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0;
        return new Refusal(answer.statusCode() + " " + answer.body(), later, millisSince(began));
    }

    /** Refused, cut off, or no answer in time. */
    static Refusal of(Exception failure, long began) {
        return new Refusal(failure.toString(), false, millisSince(began));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Whether nobody was there, or the connection has ended. */
    boolean isWithoutAnswer() {
        return !Character.isDigit(text.charAt(0));
    }

    /** Whether it is a plain "not now". */
    boolean isNotNow() {
        return later && text.startsWith("503 {");
    }

    /** Whether its commit was under way, and nobody could be asked in time what became of it. */
    boolean isPerhapsRecorded() {
        return text.startsWith("500 {") && text.contains("Idempotency-Key");
    }
}
