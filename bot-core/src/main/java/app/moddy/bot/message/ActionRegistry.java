package app.moddy.bot.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Where core makes known what the plugins say. Not given to plugins. Thread-safe. */
public interface ActionRegistry {
    /** Core's own name among the plugins: none of them can have it. */
    String CORE = "(core)";

    /**
     * Registers a plugin's texts: the templates of its actions, its commands' replies and words; all or nothing.
     *
     * @param plugin its name, for faults and for {@link #unregister}
     * @param commands its commands, whose names and options the files are compared with
     * @throws TemplateFaultException with every fault of the files, or if another plugin has an action of the same name
     */
    void register(
            String plugin,
            List<UserAction<?>> actions,
            Collection<? extends CommandData> commands,
            TemplateSource files)
            throws TemplateFaultException;

    /** The same where the commands are not known: what the files say of their words is left alone. */
    void register(String plugin, List<UserAction<?>> actions, TemplateSource files) throws TemplateFaultException;

    /** Forgets what a plugin says; nothing happens if that is nothing. */
    void unregister(String plugin);

    /**
     * Renders every action in every language with every sample, and with what callers may send one day, and looks at the
     * embeds: within Discord's limits, nobody mentioned, nothing a caller sends read as Markdown.
     *
     * @return what is wrong, each with action, language and sample
     */
    List<String> tryOut();

    /** What callers should send as the metadata of each action, as a JSON Schema, by the action's name. */
    SortedMap<String, Map<String, Object>> metadataSchemas();

    /** What a plugin's commands say; to be used from its registration on. */
    Replies replies(String plugin);
}
