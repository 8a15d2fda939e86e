package app.moddy.bot.plugin;

/** A plugin cannot run, for a reason that its author or the operator can mend; the message says all of it. */
class PluginFault extends RuntimeException {
    private final String detail;

    /** @param reason for who asks over HTTP or in Discord, and for the log */
    PluginFault(String reason) {
        this(reason, reason);
    }

    /** @param detail for the log: it may name a class */
    PluginFault(String reason, String detail) {
        super(reason);
        this.detail = detail;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String detail() {
        return detail;
    }
}
