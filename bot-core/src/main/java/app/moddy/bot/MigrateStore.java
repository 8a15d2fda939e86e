package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.plugin.PluginHost;
import app.moddy.bot.store.Database;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.bot.store.StoreMove;
import app.moddy.bot.time.ThreadTimer;
import com.google.inject.Injector;
import com.google.inject.Module;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Moves the store from SQLite into PostgreSQL, while no bot runs: {@code moddy migrate-store}. Exit codes: 0 all of it is
 * there, 2 nothing of it is.
 */
public final class MigrateStore {
    private static final int FAILED = 2;
    private static final int USAGE = 64; // EX_USAGE of sysexits.h

    private MigrateStore() {}

    /** Takes no arguments: the environment says where both are. */
    public static void main(String[] args) {
        System.setProperty("log.level", "ERROR"); // before the first logger: why a plugin is broken
        if (args.length != 0) {
            System.err.println("usage: moddy migrate-store, with MODDY_DATA and DATABASE_URL in the environment");
            System.exit(USAGE);
        }
        try {
            move(System.getenv(), System.out::println);
            System.exit(0); // whatever plugins have begun
        } catch (ConfigException | StoreFaultException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    /** Where both are, says the same configuration that the bot has; its secrets are not needed. */
    static void move(Map<String, String> environment, Consumer<String> out, Module... replacements)
            throws ConfigException, StoreFaultException {
        BotConfig config = BotConfigFile.of(environment).readWithoutSecrets(environment);
        try (StoreMove move = StoreMove.begin(config.store(), Bot.class)) {
            Injector core = Bot.wired(config, replacements);
            core.getInstance(Database.class).assumeHeld();
            try {
                PluginHost plugins = core.getInstance(PluginHost.class);
                plugins.migrate();
                move.copy(plugins::illness, plugins::moved, out);
            } finally {
                core.getInstance(ThreadTimer.class).close();
            }
        }
    }
}
