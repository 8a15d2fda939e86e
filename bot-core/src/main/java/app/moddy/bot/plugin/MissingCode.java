package app.moddy.bot.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Java says of classes that are not there or do not fit, in words that say what to do. */
final class MissingCode {
    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");
    private static final Pattern NOT_FOUND = Pattern.compile("Provider (\\S+) not found");

    /** As Java names one that is not there; other messages tell of one that is, and does not work. */
    private static final Pattern TYPE = Pattern.compile("[^\\s.;\\[]+(?:\\.[^\\s.;\\[]+)*");

    /** Java 1.1's; since then each Java has the next. */
    private static final int FIRST_VERSION = 44;

    /** A library that is missing is missing with many classes. */
    private static final int MOST_NAMED = 3;

    private MissingCode() {}

    /**
     * The fault that it is; empty when it is of another kind.
     *
     * @param own where the plugin's own code is
     */
    static Optional<PluginFault> in(Throwable failure, OwnPackages own) {
        if (failure instanceof UnsupportedClassVersionError newer) {
            return Optional.of(builtForNewer(newer));
        }
        if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
            String missing = String.valueOf(failure.getMessage()).replace('/', '.');
            return TYPE.matcher(missing).matches()
                    ? Optional.of(new PluginFault(
                            "lacks a class; the log says which",
                            "lacks the class " + missing + "; " + Remedy.of(missing, own).words))
                    : Optional.empty();
        }
        if (failure instanceof IncompatibleClassChangeError) {
            return Optional.of(new PluginFault(
                    "was built for another version of the bot; build it again",
                    "was built for another version of the bot or of a library; build it again: "
                            + failure.getMessage()));
        }
        return failure instanceof ServiceConfigurationError services ? in(services, own) : Optional.empty();
    }

    /** The same for whoever has caught it, and for what others have made of it. */
    static Optional<PluginFault> within(Throwable failure, OwnPackages own) {
        Optional<PluginFault> found = Optional.empty();
        Throwable at = failure;
        for (int depth = 0; at != null && found.isEmpty() && depth < 20; depth++) { // causes may go in a circle
            found = in(at, own);
            at = at.getCause();
        }
        return found;
    }

    /**
     * One sentence for each thing to do.
     *
     * @param missing the classes that are not there, each with one that refers to it
     */
    static List<String> sentences(SortedMap<String, String> missing, OwnPackages own) {
        SortedMap<Remedy, List<String>> byRemedy = new TreeMap<>();
        for (Map.Entry<String, String> entry : missing.entrySet()) {
            byRemedy.computeIfAbsent(Remedy.of(entry.getKey(), own), any -> new ArrayList<>())
                    .add(entry.getKey() + " (for " + entry.getValue() + ")");
        }
        return byRemedy.entrySet().stream()
                .map(entry -> "lacks " + classes(entry.getValue()) + "; " + entry.getKey().words)
                .toList();
    }

    private static String classes(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
        return (names.size() == 1 ? "the class " : "the classes ") + shown + more;
    }

    /** What to do about a class that is not there. */
    private enum Remedy {
        LIBRARY("pack the library that has it into the plugin's jar"),
        OWN("it is the plugin's own, so the jar was not built as a whole: build it again"),
        SHARED(
                "it is of the bot or of what comes with it, whose version here is another: build the plugin for this one");

        private final String words;

        Remedy(String words) {
            this.words = words;
        }

        static Remedy of(String type, OwnPackages own) {
            if (own.have(type)) {
                return OWN;
            }
            return SharedClasses.show(type) ? SHARED : LIBRARY;
        }
    }

    private static PluginFault builtForNewer(UnsupportedClassVersionError failure) {
        Matcher version = CLASS_FILE_VERSION.matcher(String.valueOf(failure.getMessage()));
        String built = version.find() ? "Java " + (Integer.parseInt(version.group(1)) - FIRST_VERSION) : "a newer Java";
        return new PluginFault("was built for %s, and the bot runs on Java %s; build it with --release %s"
                .formatted(built, Runtime.version().feature(), Runtime.version().feature()));
    }

    private static Optional<PluginFault> in(ServiceConfigurationError failure, OwnPackages own) {
        if (failure.getCause() != null) {
            return in(failure.getCause(), own);
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
