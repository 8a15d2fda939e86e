package app.moddy.notifications;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a notification as people write it. */
final class Ref {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}|[1-8][0-9]{18}");

    /** A number with whatever was copied along with it: a footer, a line of ours. */
    private static final Pattern COPIED = Pattern.compile("(?:[^0-9]*[^0-9-])?([0-9]+)[^0-9]*");

    private Ref() {}

    /** The id of this text; empty when no notification can have it. */
    static OptionalLong id(String text) {
        return ID.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The same, with what people copy along with it. */
    static OptionalLong typed(String text) {
        Matcher copied = COPIED.matcher(text);
        return copied.matches() ? id(copied.group(1)) : OptionalLong.empty();
    }
}
