package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the bot as a program. Exit codes: 0 stopped by a signal, 1 a fault of ours, 2 configuration, 3 token refused by
 * Discord, 4 a required plugin failed, 5 the database server can not be used for now: whoever starts the bot starts it again.
 */
public final class Main {
    private static final Logger log = LoggerFactory.getLogger(Main.class);
    private static final int BUG = 1;
    private static final int CONFIGURATION = 2;
    private static final int TOKEN_REFUSED = 3;
    private static final int PLUGIN = 4;
    private static final int DATABASE = 5;

    private Main() {}

    /** Reads {@code config.yml} (or {@code MODDY_CONFIG}) and runs until a signal comes. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        run(BotConfigFile.of(environment), environment, UnaryOperator.identity(), bot -> {});
    }

    /** What else the program does once the bot serves. */
    @FunctionalInterface
    public interface Meanwhile {
        /** Runs on the main thread; the program does not end with it. */
        void run(Bot bot) throws InterruptedException;

        /** Runs at the end, after the bot was closed, if time remains. */
        default void afterwards() {}
    }

    /**
     * Runs a bot until a signal comes, or ends the program with the code of what keeps it from running.
     *
     * @param change what differs from the configuration as it was read
     */
    public static void run(
            BotConfigFile file, Map<String, String> environment, UnaryOperator<BotConfig> change, Meanwhile meanwhile) {
        try {
            BotConfig config = change.apply(file.read(environment));
            config.logs().format().use();
            log.info("Configured by {}", file.name());
            run(Bot.of(config), meanwhile);
        } catch (ConfigException e) {
            log.error("The configuration is faulty ({}); nothing was started:\n{}", file.name(), e.getMessage());
            System.exit(CONFIGURATION);
        }
    }

    private static void run(Bot bot, Meanwhile meanwhile) {
        ExitHook exit = ExitHook.install(bot, meanwhile::afterwards);
        try {
            bot.start(() -> exit.with(TOKEN_REFUSED));
            meanwhile.run(bot);
            new CountDownLatch(1).await(); // JDA's and Undertow's threads come and go; this one stays
        } catch (StartException e) {
            log.error(e.getMessage());
            exit.with(
                    switch (e.kind()) {
                        case CONFIGURATION -> CONFIGURATION;
                        case PLUGIN -> PLUGIN;
                        case DATABASE -> DATABASE;
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error bug) {
            if (!exit.isUnderWay()) { // else: a signal came while we were starting
                log.error("The bot failed", bug);
                exit.with(BUG);
            }
        }
    }
}
