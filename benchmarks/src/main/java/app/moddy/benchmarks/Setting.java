package app.moddy.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How a benchmark is run.
 *
 * @param rounds how often each figure is taken
 * @param time of one round
 * @param launcher the program that starts the bot: {@code ./moddy}, or that of the distribution
 * @param postgres whether the bot's store is on PostgreSQL
 * @param clients how many connections there are at once, one figure after the other
 * @param discordsTime in which Discord answers, one figure after the other
 */
record Setting(
        int rounds,
        Duration time,
        Path launcher,
        boolean postgres,
        List<Integer> clients,
        List<Duration> discordsTime) {
    /** Where the data and the logs of what is measured lie. */
    static final Path FOLDER = Path.of("benchmarks", "target", "run").toAbsolutePath();

    /** @throws IllegalArgumentException with a text for the user */
    static Setting of(List<String> options) {
        Setting setting = new Setting(
                5,
                Duration.ofSeconds(5),
                Path.of("moddy").toAbsolutePath(),
                false,
                List.of(1, 16, 64, 256),
                List.of(Duration.ZERO, Duration.ofMillis(50)));
        for (String option : options) {
            setting = setting.with(option);
        }
        return setting;
    }

    private Setting with(String option) {
        String value = option.substring(option.indexOf('=') + 1);
        return switch (option.substring(0, option.length() - value.length())) {
            case "--rounds=" -> new Setting(Integer.parseInt(value), time, launcher, postgres, clients, discordsTime);
            case "--seconds=" -> new Setting(rounds, seconds(value), launcher, postgres, clients, discordsTime);
            case "--launcher=" -> new Setting(rounds, time, path(value), postgres, clients, discordsTime);
            case "--clients=" -> new Setting(rounds, time, launcher, postgres, numbers(value), discordsTime);
            case "--discord=" -> new Setting(rounds, time, launcher, postgres, clients, millis(value));
            case "" -> of(option);
            default -> throw unknown(option);
        };
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }

    private static Path path(String value) {
        return Path.of(value).toAbsolutePath();
    }

    private static List<Integer> numbers(String value) {
        return Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static List<Duration> millis(String value) {
        return numbers(value).stream().map(Duration::ofMillis).toList();
    }

    private Setting of(String flag) {
        if (!flag.equals("--postgres")) {
            throw unknown(flag);
        }
        return new Setting(rounds, time, launcher, true, clients, discordsTime);
    }

    private static IllegalArgumentException unknown(String option) {
        return new IllegalArgumentException(
                "no option " + option + "; there are --rounds=N --seconds=N --launcher=FILE --postgres"
                        + " --clients=N,N --discord=MILLIS,MILLIS");
    }
}
