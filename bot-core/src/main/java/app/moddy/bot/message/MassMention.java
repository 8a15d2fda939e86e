package app.moddy.bot.message;

import java.util.regex.Pattern;

/** Discord's words for everybody in a channel. */
final class MassMention {
    /** A URL is found first, so that nothing is put into it; an @ within an e-mail address follows a letter. */
    private static final Pattern PLACE = Pattern.compile(
            WebAddress.PATTERN.pattern() + "|(?<!\\w)@(?=(?:everyone|here)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private MassMention() {}

    /** Parts the @ from what would make it a mention of all, also where two values meet. */
    static String parted(String rendered) {
        return rendered.indexOf('@') < 0
                ? rendered
                : PLACE.matcher(rendered).replaceAll(place -> place.group().equals("@") ? "@\u200B" : "$0");
    }
}
