package app.moddy.notifications;

import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What the inbox says, in the languages that it speaks. */
enum InboxText {
    ENGLISH(
            "You have 1 notice: /inbox",
            "You have %s notices: /inbox",
            "Your inbox is empty.",
            "Your notices (%s) cannot be shown just now. They are kept: please try again later.",
            "1 notice",
            "%s notices",
            "%s more: use /inbox again.",
            "Your direct messages are closed, so it waited here. It is shown once."),
    FRENCH(
            "Vous avez 1 message : /inbox",
            "Vous avez %s messages : /inbox",
            "Votre boîte de réception est vide.",
            "Vos messages (%s) ne peuvent pas être affichés pour l’instant. Ils sont conservés : réessayez plus tard.",
            "1 message",
            "%s messages",
            "Encore %s : utilisez /inbox à nouveau.",
            "Vos messages privés sont fermés : il attendait ici. Il n’est affiché qu’une fois.");

    private final String noteOne;
    private final String noteMany;
    private final String empty;
    private final String unshowable;
    private final String one;
    private final String many;
    private final String more;
    private final String why;

    InboxText(
            String noteOne,
            String noteMany,
            String empty,
            String unshowable,
            String one,
            String many,
            String more,
            String why) {
        this.noteOne = noteOne;
        this.noteMany = noteMany;
        this.empty = empty;
        this.unshowable = unshowable;
        this.one = one;
        this.many = many;
        this.more = more;
        this.why = why;
    }

    static InboxText in(DiscordLocale language) {
        return language == DiscordLocale.FRENCH ? FRENCH : ENGLISH;
    }

    String note(long count) {
        return count == 1 ? noteOne : noteMany.formatted(count);
    }

    String empty() {
        return empty;
    }

    /** There are some, and a plugin that is broken, or gone, keeps them from being shown. */
    String unshowable(long count) {
        return unshowable.formatted(count);
    }

    /** Above the notices themselves. */
    String shown(int count, long left) {
        String head = "**" + (count == 1 ? one : many.formatted(count)) + "** · " + why;
        return left == 0 ? head : head + "\n" + more.formatted(left);
    }
}
