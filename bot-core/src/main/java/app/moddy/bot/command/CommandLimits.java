package app.moddy.bot.command;

import java.time.Duration;

/**
 * How long a command may take.
 *
 * @param acknowledge after that Discord is told that its answer comes later; Discord waits for 3 s
 * @param run then its caller is told that it has failed, and that of a button too; Discord takes an answer for 15 minutes
 */
record CommandLimits(Duration acknowledge, Duration run) {
    static final CommandLimits DEFAULTS = new CommandLimits(Duration.ofMillis(1_500), Duration.ofSeconds(60));
}
