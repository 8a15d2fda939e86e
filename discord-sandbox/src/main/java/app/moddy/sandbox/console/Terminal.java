package app.moddy.sandbox.console;

import java.io.Console;

/** Whether somebody sits at a terminal, and whether it shows bold letters. */
public final class Terminal {
    private Terminal() {}

    /** Whether both input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null says it before Java 22, isTerminal() from then on
    public static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Whether titles can be bold: NO_COLOR, see https://no-color.org, forbids it unless empty. */
    public static boolean showsBold() {
        return isThere() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }
}
