package app.moddy.bot.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

/** Short ways to bind a text, and to see what is wrong with it. */
final class Configurations {
    private Configurations() {}

    static <T extends Record> T bind(Class<T> type, String yaml) throws ConfigException {
        return bind(type, yaml, Map.of());
    }

    static <T extends Record> T bind(Class<T> type, String yaml, Map<String, String> environment)
            throws ConfigException {
        return ConfigSection.parse(yaml, "config.yml", environment).bind(type);
    }

    static List<String> faults(Class<? extends Record> type, String yaml) {
        return faults(type, yaml, Map.of());
    }

    static List<String> faults(Class<? extends Record> type, String yaml, Map<String, String> environment) {
        ConfigException thrown = catchThrowableOfType(ConfigException.class, () -> bind(type, yaml, environment));
        return thrown == null
                ? List.of()
                : thrown.faults().stream().map(ConfigFault::toString).toList();
    }
}
