package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the configuration and at everything that is said, without Discord, HTTP and data folder: {@code ./moddy check}.
 * Exit codes: 0 all is well, 2 something is wrong.
 */
public final class Check {
    private static final int FAULTY = 2;

    /** Whoever only writes texts has no secrets: their absence is told, and the texts are looked at all the same. */
    private static final List<String> SECRETS = List.of("DISCORD_TOKEN", "INTERNAL_API_SECRET");

    private Check() {}

    /** Prints what was read, then each fault on a line of its own. */
    public static void main(String[] args) {
        System.setProperty("log.level", "ERROR"); // before the first logger: what is wrong, not what runs
        List<String> faults = faults(System.getenv());
        faults.forEach(System.out::println);
        System.out.println(faults.isEmpty() ? "All is well." : "Faults: " + faults.size());
        System.exit(faults.isEmpty() ? 0 : FAULTY);
    }

    private static List<String> faults(Map<String, String> environment) {
        BotConfigFile file = BotConfigFile.of(environment);
        System.out.println("Configuration: " + file.name());
        List<String> faults = new ArrayList<>();
        try {
            return faultsOf(file.read(environment));
        } catch (ConfigException e) {
            faults.addAll(String.valueOf(e.getMessage()).lines().toList());
        }
        Map<String, String> complete = new HashMap<>(environment);
        SECRETS.forEach(
                name -> complete.merge(name, "stands-in-for-the-check", (own, other) -> own.isBlank() ? other : own));
        try {
            faults.addAll(faultsOf(file.read(complete)));
        } catch (ConfigException e) {
            faults.add("The texts were not looked at: the configuration must be mended first");
        }
        return faults;
    }

    private static List<String> faultsOf(BotConfig config) {
        Checked checked = TemplateGate.checked(Bot.wired(config));
        checked.lines().forEach(System.out::println);
        return checked.faults();
    }
}
