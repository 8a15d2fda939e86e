package app.moddy.bot.plugin;

import java.util.List;

/**
 * All that plugins from jars see besides their own jar: the JDK, and of the bot the packages that its interface shows. Of
 * core's other libraries nothing, so that a jar brings its own of whatever version. Thread-safe.
 */
final class SharedClasses extends ClassLoader {
    /** The types in core's interface must be the same for both sides. */
    private static final List<String> PACKAGES = List.of(
            "app.moddy.bot.",
            "net.dv8tion.jda.",
            "com.google.inject.",
            "jakarta.inject.",
            "jakarta.validation.",
            "com.fasterxml.jackson.annotation.",
            "org.slf4j.",
            "org.jspecify.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader core = SharedClasses.class.getClassLoader();

    SharedClasses() {
        super("shared", getPlatformClassLoader());
    }

    /** Whether classes so called are the bot's to show. */
    static boolean show(String type) {
        return PACKAGES.stream().anyMatch(type::startsWith);
    }

    /** Whether there is this one. */
    static boolean have(String type) {
        return show(type)
                && SharedClasses.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!show(name)) {
            throw new ClassNotFoundException(name);
        }
        return core.loadClass(name);
    }
}
