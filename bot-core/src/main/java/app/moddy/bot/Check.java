package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.discord.TokenForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at the configuration, the form of the token, the data folder and everything that is said, and starts nothing: {@code ./moddy check}.
 * Exit codes: 0 all is well, 2 something is wrong.
 */
public final class Check {
    private static final int FAULTY = 2;

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
            BotConfig config = file.read(environment);
            TokenForm.fault(config.discord().token()).ifPresent(faults::add);
            faults.addAll(faultsOf(config));
            return faults;
        } catch (ConfigException e) {
            faults.addAll(String.valueOf(e.getMessage()).lines().toList());
        }
        try { // whoever only writes texts has no secrets
            faults.addAll(faultsOf(file.readWithoutSecrets(environment)));
        } catch (ConfigException e) {
            faults.add("The texts were not looked at: the configuration must be mended first");
        }
        return faults;
    }

    private static List<String> faultsOf(BotConfig config) {
        List<String> faults = new ArrayList<>();
        config.store().obstacle().ifPresent(faults::add);
        Checked checked = TemplateGate.checked(Bot.wired(config));
        checked.lines().forEach(System.out::println);
        faults.addAll(checked.faults());
        return faults;
    }
}
