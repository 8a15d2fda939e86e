package app.moddy.bot.message;

import org.jspecify.annotations.Nullable;

/**
 * What became of one value of the metadata: a value, nothing (both null), or unreadable.
 *
 * @param wanted what would be right, if it is unreadable
 */
record Reading(@Nullable Object value, @Nullable String wanted) {
    static final Reading MISSING = new Reading(null, null);

    static Reading of(Object value) {
        return new Reading(value, null);
    }

    static Reading unreadable(String wanted) {
        return new Reading(null, wanted);
    }
}
