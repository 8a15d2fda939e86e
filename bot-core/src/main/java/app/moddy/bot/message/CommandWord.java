package app.moddy.bot.message;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kinds of words that a command is shown with, and Discord's rules for each.
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
enum CommandWord {
    NAME(32, Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]+")),
    MENU_NAME(32, Pattern.compile(".+")),
    DESCRIPTION(100, Pattern.compile(".+")),
    CHOICE(100, Pattern.compile(".+"));

    private final int limit;
    private final Pattern form;

    CommandWord(int limit, Pattern form) {
        this.limit = limit;
        this.form = form;
    }

    /** Whether Discord takes it; if not, that is a fault of the file. */
    boolean isSound(SourceText source) {
        String text = source.text();
        if (VisibleText.isBlank(text)) {
            source.fault("is blank; write the text here, or leave the key out");
            return false;
        } else if (text.length() > limit) {
            source.fault("has %s characters; Discord takes at most %s".formatted(text.length(), limit));
            return false;
        }
        boolean sound = form.matcher(text).matches() && (this != NAME || text.equals(text.toLowerCase(Locale.ROOT)));
        if (!sound) {
            source.fault(
                    this == NAME
                            ? "must be lower case letters, digits, '-' and '_', without spaces"
                            : "must be one line");
        }
        return sound;
    }
}
