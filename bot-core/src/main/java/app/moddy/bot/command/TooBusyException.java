package app.moddy.bot.command;

/** More uses of commands wait than there is room for: no fault of the command's. */
final class TooBusyException extends RuntimeException {
    TooBusyException() {
        super("too many commands at once");
    }
}
