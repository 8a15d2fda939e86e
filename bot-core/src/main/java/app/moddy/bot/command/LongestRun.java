package app.moddy.bot.command;

import java.time.Duration;

/**
 * How long a command or a button may take.
 *
 * @param limit then its caller is told that it has failed; Discord takes an answer for 15 minutes
 */
record LongestRun(Duration limit) {
    static final LongestRun DEFAULT = new LongestRun(Duration.ofSeconds(60));
}
