package app.moddy.bot.message;

import java.util.List;

/** Where core makes a plugin's actions known. Not given to plugins. Thread-safe. */
public interface ActionRegistry {
    /**
     * Registers a plugin's actions with their templates, all or nothing.
     *
     * @param plugin its name, for faults and for {@link #unregister}
     * @throws TemplateFaultException with every fault of the files, or if another plugin has an action of the same name
     */
    void register(String plugin, List<UserAction<?>> actions, TemplateSource files) throws TemplateFaultException;

    /** Forgets a plugin's actions; nothing happens if it has none. */
    void unregister(String plugin);
}
