package app.moddy.bot.message;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * A file of the operator's folder: texts in place of the plugins', or in a further language.
 *
 * @param name what it is called in faults
 */
record OperatorFile(DiscordLocale language, String name, String text) {
    /** What is in it; empty after a fault. */
    Optional<YamlSection> root(List<TemplateFault> faults) {
        return YamlText.read(text, TemplateFaults.ofOperator(language, name, faults));
    }
}
