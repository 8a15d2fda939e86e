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
 * @param postgres whether the bot's store is on PostgreSQL
 */
record Setting(int rounds, Duration time, Path launcher, boolean postgres) {
    /** Where the data and the logs of what is measured lie. */
    static final Path FOLDER = Path.of("benchmarks", "target", "run").toAbsolutePath();

    /** @throws IllegalArgumentException with a text for the user */
    static Setting of(List<String> options) {
        Setting setting = new Setting(5, Duration.ofSeconds(5), Path.of("moddy").toAbsolutePath(), false);
        for (String option : options) {
            setting = setting.with(option);
        }
        return setting;
    }

    private Setting with(String option) {
        String value = option.substring(option.indexOf('=') + 1);
        return switch (option.substring(0, option.length() - value.length())) {
            case "--rounds=" -> new Setting(Integer.parseInt(value), time, launcher, postgres);
            case "--seconds=" -> new Setting(rounds, Duration.ofSeconds(Long.parseLong(value)), launcher, postgres);
            case "--launcher=" -> new Setting(rounds, time, Path.of(value).toAbsolutePath(), postgres);
            case "" -> of(option);
            default -> throw unknown(option);
        };
    }

    private Setting of(String flag) {
        if (!flag.equals("--postgres")) {
            throw unknown(flag);
        }
        return new Setting(rounds, time, launcher, true);
    }

    private static IllegalArgumentException unknown(String option) {
        return new IllegalArgumentException(
                "no option " + option + "; there are --rounds=N --seconds=N --launcher=FILE --postgres");
    }
}
