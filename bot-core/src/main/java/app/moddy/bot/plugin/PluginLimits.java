package app.moddy.bot.plugin;

import java.time.Duration;

/**
 * How long a plugin's own code may take in each step of its life. What core does meanwhile, such as migrations, does not count.
 *
 * @param load to be made and say its name
 * @param start to be wired, and again to be started
 * @param leave to end what others wait for
 * @param stop to record what is under way, for which the notifications take up to 4 s
 */
record PluginLimits(Duration load, Duration start, Duration leave, Duration stop) {
    static final PluginLimits DEFAULTS = new PluginLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofMillis(4_500));
}
