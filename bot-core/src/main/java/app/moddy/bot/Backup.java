package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.store.StoreCopy;
import app.moddy.bot.store.StoreFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Copies the live store into one file, while the bot runs: {@code moddy backup FILE}. Exit codes: 0 the copy is there, 2 it is
 * not.
 */
public final class Backup {
    private static final int FAILED = 2;
    private static final int USAGE = 64; // EX_USAGE of sysexits.h

    private Backup() {}

    /** Takes the file, which is not there yet. */
    public static void main(String[] args) throws IOException {
        System.setProperty("log.level", "OFF"); // before the first logger: what fails is said here
        if (args.length != 1 || args[0].startsWith("-")) { // an option, which there is none of
            Terminal.err().println("usage: moddy backup FILE");
            System.exit(USAGE);
        }
        Path target = Path.of(args[0]);
        try {
            copy(System.getenv(), target);
            Terminal.out().println(target + ": " + Files.size(target) / 1_024 + " KiB");
        } catch (ConfigException | StoreFaultException e) {
            Terminal.err().println(e.getMessage());
            System.exit(FAILED);
        }
    }

    /** Where the data is, says the same configuration that the bot has; its secrets are not needed. */
    static void copy(Map<String, String> environment, Path target) throws ConfigException, StoreFaultException {
        BotConfig config = BotConfigFile.of(environment).readWithoutSecrets(environment);
        StoreCopy.of(config.store(), target);
    }
}
