package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.discord.TokenForm;
import app.moddy.bot.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks at the configuration, the form of the token, the data folder, the plugins and everything that is said, and starts
 * nothing: {@code ./moddy check}. Exit codes: 0 all is well, 2 something is wrong.
 */
public final class Check {
    private static final int FAULTY = 2;

    private final Map<String, String> environment;
    private final Consumer<String> out;
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int warnings;

    private Check(Map<String, String> environment, Consumer<String> out) {
        this.environment = environment;
        this.out = out;
    }

    /** Prints what was read, then each fault on a line of its own. */
    public static void main(String[] args) {
        System.setProperty("log.level", "OFF"); // before the first logger: all that it would say of faults is said here
        System.exit(of(System.getenv(), Terminal.out()::println));
    }

    /** The exit code. */
    static int of(Map<String, String> environment, Consumer<String> out) {
        return new Check(environment, out).run();
    }

    private int run() {
        BotConfigFile file = BotConfigFile.of(environment);
        out.accept("Configuration: " + file.name());
        look(file);
        faults.forEach(out);
        notes.forEach(out);
        out.accept(faults.isEmpty() ? well() : "Faults: " + faults.size());
        return faults.isEmpty() ? 0 : FAULTY;
    }

    private String well() {
        return warnings == 0 ? "All is well." : "All is well, but for the warnings: " + warnings;
    }

    private void look(BotConfigFile file) {
        try {
            ConfigSection root = file.untyped(environment);
            try {
                root.bind(BotConfig.class);
            } catch (ConfigException e) {
                faults.addAll(lines(e));
            }
            look(new SoundParts(root)); // who mends the one fault is not to find the next one then
        } catch (ConfigException e) {
            faults.addAll(lines(e));
            notes.add("Plugins and texts were not looked at: mend the configuration first, and check again");
        }
    }

    private static List<String> lines(ConfigException e) {
        return String.valueOf(e.getMessage()).lines().toList();
    }

    private void look(SoundParts parts) throws ConfigException {
        parts.token(faults).flatMap(TokenForm::fault).ifPresent(faults::add);
        parts.store().flatMap(StoreSettings::obstacle).ifPresent(faults::add);
        Checked checked = TemplateGate.checked(Bot.wired(parts.forPluginsAndTexts()));
        checked.lines().forEach(out);
        faults.addAll(checked.faults());
        warnings = checked.warnings().size();
        checked.warnings().forEach(warning -> notes.add("Warning, no fault: " + warning));
    }
}
