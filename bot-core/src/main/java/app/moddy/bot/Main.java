package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the bot as a program. Exit codes: 0 stopped by a signal, 2 configuration, 3 token refused by Discord, 4 a
 * required plugin failed.
 */
public final class Main {
    private static final Logger log = LoggerFactory.getLogger(Main.class);
    private static final int CONFIGURATION = 2;
    private static final int TOKEN_REFUSED = 3;
    private static final int PLUGIN = 4;

    private Main() {}

    /** Reads {@code config.yml} (or {@code MODDY_CONFIG}) and runs until a signal comes. */
    public static void main(String[] args) {
        try {
            run(Bot.of(BotConfigFile.read(System.getenv())), () -> {});
        } catch (ConfigException e) {
            log.error("The configuration is faulty; nothing was started:\n{}", e.getMessage());
            System.exit(CONFIGURATION);
        }
    }

    /**
     * Runs a bot until a signal comes, or ends the program with the code of what keeps it from running.
     *
     * @param meanwhile runs on this thread once the bot serves
     */
    public static void run(Bot bot, Runnable meanwhile) {
        ExitHook exit = ExitHook.install(bot);
        try {
            bot.start(() -> exit.with(TOKEN_REFUSED));
            meanwhile.run();
        } catch (StartException e) {
            log.error(e.getMessage());
            exit.with(
                    switch (e.kind()) {
                        case CONFIGURATION -> CONFIGURATION;
                        case PLUGIN -> PLUGIN;
                    });
        }
        stayAlive();
    }

    /** JDA's and Undertow's threads come and go; this one stays until the program is ended. */
    private static void stayAlive() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
