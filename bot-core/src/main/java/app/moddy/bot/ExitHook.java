package app.moddy.bot;

/**
 * Closes the bot when the program ends, and gives it its exit code: a JVM that a signal ends would answer 143, and who
 * stopped us on purpose expects 0.
 */
final class ExitHook {
    private static final long LIMIT_MILLIS = 9_500;

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

    /** Whatever hangs, a part of the bot or a plugin: who sent the signal waits no longer than this. */
    private void close() {
        Thread closing = new Thread(bot::close, "close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
