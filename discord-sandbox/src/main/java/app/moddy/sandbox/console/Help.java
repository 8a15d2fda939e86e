package app.moddy.sandbox.console;

/** What can be typed. */
public final class Help {
    /** A line for each, without end of line at the end. */
    public static final String TEXT = """
            users                            show who there is
            as NAME                          act as this user; also: as NAME /command ...
            /command option:value ...        run a command in the user's guild; values with a colon in "quotes"
            dm /command option:value ...     run a command in direct messages with the bot
            press LABEL                      press a button of the last answer, or of the newest direct message;
                                             the beginning of its label is enough, nothing if it is the only one
            dms NAME                         show the user's direct messages
            close-dms NAME, open-dms NAME    take no direct messages, or take them again
            problems                         show what the bot did that no bot should
            help, quit                       show this; end the program

            To try a message on somebody else:
              /notify-test action:plan_upgraded user:bob
              press Send the test""";

    private Help() {}
}
