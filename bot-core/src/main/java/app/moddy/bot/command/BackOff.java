package app.moddy.bot.command;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pauses between tries of what fails: each twice the one before, up to the longest, and none quite the same. */
record BackOff(Duration first, Duration longest) {
    /** What Discord is given to recover. */
    static final BackOff DEFAULT = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 20;

    /** @param failures how often it has failed so far, at least once */
    Duration pauseAfter(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long millis = Math.min(doubled, longest.toMillis());
        // from half to whole: bots and guilds that failed together come back one by one
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }
}
