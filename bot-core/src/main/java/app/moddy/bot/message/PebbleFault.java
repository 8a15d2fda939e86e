package app.moddy.bot.message;

import io.pebbletemplates.pebble.error.PebbleException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pebble's faults, in the words of the one who mends the template. */
final class PebbleFault {
    private static final Pattern UNKNOWN_TAG = Pattern.compile("Unexpected tag name \"(.*)\"");

    private PebbleFault() {}

    static String inWords(PebbleException fault) {
        String message = fault.getPebbleMessage();
        Matcher tag = UNKNOWN_TAG.matcher(message);
        return tag.matches()
                ? "the tag '%s' is not allowed; there are: if, for".formatted(tag.group(1))
                : "not valid: " + message;
    }
}
