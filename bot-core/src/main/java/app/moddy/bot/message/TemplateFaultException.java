package app.moddy.bot.message;

import java.util.List;

/** A plugin's template files can not be used. */
public final class TemplateFaultException extends Exception {
    private final List<String> faults;

    TemplateFaultException(String plugin, List<String> faults) {
        super("templates of plugin '%s':%n%s".formatted(plugin, String.join(System.lineSeparator(), faults)));
        this.faults = List.copyOf(faults);
    }

    /** All faults, each {@code file:line: key: what is wrong and how to mend it}. */
    public List<String> faults() {
        return faults;
    }
}
