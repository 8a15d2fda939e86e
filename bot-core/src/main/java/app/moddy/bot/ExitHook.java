package app.moddy.bot;

/**
 * Closes the bot when the program ends, and gives it its exit code: a JVM that a signal ends would answer 143, and who
 * stopped us on purpose expects 0.
 */
final class ExitHook {
    private final Bot bot;
    private volatile int code;

    private ExitHook(Bot bot) {
        this.bot = bot;
    }

    static ExitHook install(Bot bot) {
        ExitHook hook = new ExitHook(bot);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::close, "exit"));
        return hook;
    }

    /** Ends the program with this code, from a thread of its own: the caller's may be one that closing waits for. */
    void with(int exitCode) {
        code = exitCode;
        new Thread(() -> System.exit(exitCode), "exit-" + exitCode).start();
    }

    private void close() {
        bot.close();
        Runtime.getRuntime().halt(code);
    }
}
