package app.moddy.bot;

import org.jspecify.annotations.Nullable;

/**
 * What the log looks like.
 *
 * @param format how its lines are written; text
 */
public record LogSettings(LogFormat format) {
    /** Without a format: text. */
    public LogSettings(@Nullable LogFormat format) {
        this.format = format == null ? LogFormat.TEXT : format;
    }
}
