package app.moddy.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a benchmark is run.
 *
 * @param rounds how often each figure is taken
 * @param time of one round
 * @param launcher the program that starts the bot: {@code ./moddy}, or that of the distribution
 */
record Setting(int rounds, Duration time, Path launcher) {
    /** Where the data and the logs of what is measured lie. */
    static final Path FOLDER = Path.of("benchmarks", "target", "run").toAbsolutePath();

    /** @throws IllegalArgumentException with a text for the user */
    static Setting of(List<String> options) {
        Setting setting = new Setting(5, Duration.ofSeconds(5), Path.of("moddy").toAbsolutePath());
        for (String option : options) {
            int equals = option.indexOf('=');
            String value = option.substring(equals + 1);
            setting = switch (option.substring(0, equals + 1)) {
                case "--rounds=" -> new Setting(Integer.parseInt(value), setting.time, setting.launcher);
                case "--seconds=" ->
                    new Setting(setting.rounds, Duration.ofSeconds(Long.parseLong(value)), setting.launcher);
                case "--launcher=" ->
                    new Setting(setting.rounds, setting.time, Path.of(value).toAbsolutePath());
                default ->
                    throw new IllegalArgumentException(
                            "no option " + option + "; there are --rounds=N --seconds=N --launcher=FILE");
            };
        }
        return setting;
    }
}
