package app.moddy.bot;

import app.moddy.bot.plugin.PluginHost;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import java.util.List;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What a check has looked at, and what is wrong with it.
 *
 * @param plugins those that run, each with its jar
 * @param actions of all of them
 * @param languages in which there are texts
 * @param files the operator's own that are used
 * @param faults empty when all is well
 * @param warnings what the bot can run with, and was hardly meant
 */
record Checked(
        List<String> plugins,
        List<String> actions,
        List<String> languages,
        List<String> files,
        List<String> faults,
        List<String> warnings) {
    Checked {
        plugins = List.copyOf(plugins);
        actions = List.copyOf(actions);
        languages = List.copyOf(languages);
        files = List.copyOf(files);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    static Checked of(PluginHost plugins, List<DiscordLocale> languages, List<String> files, List<String> faults) {
        List<PluginStatus> running = plugins.all().stream()
                .filter(status -> status.state() == PluginState.RUNNING)
                .toList();
        return new Checked(
                running.stream().map(PluginStatus::title).toList(),
                running.stream()
                        .flatMap(status -> plugins.parts(status.name()).actions().stream())
                        .toList(),
                languages.stream().map(DiscordLocale::getLocale).toList(),
                files,
                faults,
                plugins.warnings());
    }

    /** What was looked at, in sentences for the terminal. */
    List<String> lines() {
        return List.of(
                "Plugins: " + listed(plugins),
                "Actions: " + listed(actions),
                "Languages: " + listed(languages),
                "Files of your own texts: " + listed(files));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
