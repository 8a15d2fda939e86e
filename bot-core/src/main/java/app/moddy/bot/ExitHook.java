package app.moddy.bot;

/**
 * Closes the bot when the program ends, and gives it its exit code: a JVM that a signal ends would answer 143, and who
 * stopped us on purpose expects 0.
 */
final class ExitHook {
    private static final long LIMIT_MILLIS = 9_500;

    private final Bot bot;
    private final Runnable afterwards;
    private int code;
    private boolean underWay;

    private ExitHook(Bot bot, Runnable afterwards) {
        this.bot = bot;
        this.afterwards = afterwards;
    }

    static ExitHook install(Bot bot, Runnable afterwards) {
        ExitHook hook = new ExitHook(bot, afterwards);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::close, "exit"));
        return hook;
    }

    /**
     * Ends the program with this code, unless its end is under way already; from a thread of its own, since the caller's
     * may be one that closing waits for.
     */
    synchronized void with(int exitCode) {
        if (!underWay) {
            code = exitCode;
            new Thread(() -> System.exit(exitCode), "exit-" + exitCode).start();
        }
    }

    synchronized boolean isUnderWay() {
        return underWay;
    }

    /** Whatever hangs, a part of the bot or a plugin: who sent the signal waits no longer than the limit. */
    private void close() {
        int exitCode;
        synchronized (this) {
            underWay = true;
            exitCode = code;
        }
        Thread closing = new Thread(this::closeBot, "close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private void closeBot() {
        bot.close();
        afterwards.run();
    }
}
