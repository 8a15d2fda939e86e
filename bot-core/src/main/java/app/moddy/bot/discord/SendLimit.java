package app.moddy.bot.discord;

import java.time.Duration;

/**
 * How long one message may take. Half a second below the eight within which a caller has its answer.
 *
 * @param duration positive
 */
record SendLimit(Duration duration) {
    static final SendLimit DEFAULT = new SendLimit(Duration.ofMillis(7_500));
}
