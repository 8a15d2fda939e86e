package app.moddy.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The options of {@link Main}: {@code --name value} or {@code --name=value}, else the variable SANDBOX_NAME. */
record MainOptions(int port, @Nullable String token, boolean rateLimits, int members) {
    private static final List<String> KNOWN = List.of("port", "token", "rate-limits", "members");
    private static final int MAX_PORT = 65_535;

    /**
     * Reads the options.
     *
     * @param environment returns the value of a variable, or null
     * @throws IllegalArgumentException with a text for the user, when one is unknown or has no such value
     */
    static MainOptions read(List<String> arguments, UnaryOperator<@Nullable String> environment) {
        Map<String, String> given = given(arguments);
        for (String name : KNOWN) {
            String variable =
                    environment.apply("SANDBOX_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (variable != null && !variable.isBlank()) {
                given.putIfAbsent(name, variable);
            }
        }
        String limits = given.getOrDefault("rate-limits", "on");
        if (!limits.equals("on") && !limits.equals("off")) {
            throw new IllegalArgumentException("--rate-limits is on or off, not " + limits);
        }
        return new MainOptions(
                number(given, "port", 7080, MAX_PORT),
                given.get("token"),
                limits.equals("on"),
                number(given, "members", 0, Integer.MAX_VALUE));
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (!option.startsWith("--") || !KNOWN.contains(option.substring(2))) {
                throw new IllegalArgumentException(
                        "Unknown option " + option + "; there are --" + String.join(", --", KNOWN));
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            given.put(option.substring(2), equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int otherwise, int max) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > max) {
            throw new IllegalArgumentException("--" + name + " is a number from 0 to " + max + ", not " + text);
        }
        return Integer.parseInt(text);
    }
}
