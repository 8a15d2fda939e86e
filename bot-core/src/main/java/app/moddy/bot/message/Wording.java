package app.moddy.bot.message;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * All that the plugins can say at one time. Immutable.
 *
 * @param replies by plugin, then by key
 * @param words of all commands by language, then by place, for instance {@code notify-history.options.user.name}
 */
record Wording(
        SortedMap<String, RegisteredAction> actions,
        Map<String, Map<String, ReplyText>> replies,
        Map<DiscordLocale, Map<String, String>> words) {

    static final Wording NONE = of(List.of());

    static Wording of(List<PluginWording> plugins) {
        SortedMap<String, RegisteredAction> actions = new TreeMap<>();
        Map<String, Map<String, ReplyText>> replies = new HashMap<>();
        Map<DiscordLocale, Map<String, String>> words = new HashMap<>();
        for (PluginWording plugin : plugins) {
            plugin.actions().forEach(action -> actions.put(action.action().name(), action));
            replies.put(plugin.plugin(), plugin.replies());
            plugin.words()
                    .forEach((language, own) -> words.computeIfAbsent(language, any -> new HashMap<>())
                            .putAll(own));
        }
        return new Wording(Collections.unmodifiableSortedMap(actions), replies, words);
    }
}
