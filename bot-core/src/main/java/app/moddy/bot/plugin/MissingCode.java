package app.moddy.bot.plugin;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Java says of classes that are not there or do not fit, in words that say what to do. */
final class MissingCode {
    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");
    private static final Pattern NOT_FOUND = Pattern.compile("Provider (\\S+) not found");

    /** Java 1.1's; since then each Java has the next. */
    private static final int FIRST_VERSION = 44;

    private MissingCode() {}

    /** The fault that it is; empty when it is of another kind. */
    static Optional<PluginFault> in(Throwable failure) {
        if (failure instanceof UnsupportedClassVersionError newer) {
            return Optional.of(builtForNewer(newer));
        }
        if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
            String missing = String.valueOf(failure.getMessage()).replace('/', '.');
            return Optional.of(new PluginFault(
                    "lacks a class; the log says which",
                    "lacks the class " + missing + "; pack the library that has it into the plugin's jar"));
        }
        if (failure instanceof IncompatibleClassChangeError) {
            return Optional.of(new PluginFault(
                    "was built for another version of the bot; build it again",
                    "was built for another version of the bot or of a library; build it again: "
                            + failure.getMessage()));
        }
        return failure instanceof ServiceConfigurationError services ? in(services) : Optional.empty();
    }

    private static PluginFault builtForNewer(UnsupportedClassVersionError failure) {
        Matcher version = CLASS_FILE_VERSION.matcher(String.valueOf(failure.getMessage()));
        String built = version.find() ? "Java " + (Integer.parseInt(version.group(1)) - FIRST_VERSION) : "a newer Java";
        return new PluginFault("was built for %s, and the bot runs on Java %s; build it with --release %s"
                .formatted(built, Runtime.version().feature(), Runtime.version().feature()));
    }

    private static Optional<PluginFault> in(ServiceConfigurationError failure) {
        if (failure.getCause() != null) {
            return in(failure.getCause());
        }
        Matcher missing = NOT_FOUND.matcher(String.valueOf(failure.getMessage()));
        return Optional.of(
                missing.find()
                        ? new PluginFault(
                                "its services file names a class that is not there; the log says which",
                                "its services file names the class " + missing.group(1)
                                        + ", which is not there; correct the name, or build the plugin again")
                        : new PluginFault(
                                "its services file names something that is no plugin; the log says what",
                                String.valueOf(failure.getMessage())));
    }
}
