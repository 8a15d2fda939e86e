package app.moddy.bot.config;

import java.util.Objects;

/**
 * One thing that is wrong with the configuration.
 *
 * @param path where, such as {@code http.port} or {@code staff.guilds[1]}; for the file as a whole, its name
 * @param message what is wrong and how to mend it; never shows the value of an environment variable
 */
public record ConfigFault(String path, String message) {
    public ConfigFault {
        Objects.requireNonNull(path, "path is null");
        Objects.requireNonNull(message, "message is null");
    }

    /** Says where to mend it: in this file, unless the message says that a variable is to be mended, or the path is the file. */
    String in(String source) {
        return path.equals(source) || (message.endsWith(")") && message.contains(Faults.FROM))
                ? toString()
                : this + " (in " + source + ")";
    }

    /** Path and message as they are shown: {@code http.port: must be 0 to 65535}. */
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
