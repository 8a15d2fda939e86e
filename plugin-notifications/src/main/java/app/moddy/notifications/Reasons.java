package app.moddy.notifications;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes of deliveries in plain words: Discord's error codes
 * (<a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">Discord: JSON error codes</a>), HTTP
 * statuses, and core's own few words. The words themselves are the replies {@code code.…}.
 */
final class Reasons {
    /** Discord's codes of which there is more to say than their number. */
    static final Set<String> DISCORD = Set.of(
            "10003", "10008", "10013", "20016", "20026", "20028", "20029", "40003", "40004", "40006", "40062", "50001",
            "50007", "50013", "50033", "50035", "50278", "110001", "130000", "200000", "240000");

    private static final Map<String, String> OURS = Map.of(
            "50007, remembered", "closed_remembered",
            "a bot", "a_bot",
            "no room now", "no_room",
            "no new DM now", "no_new_dm",
            "not connected to Discord", "not_connected",
            "unreadable answer", "unreadable",
            "action not registered", "unregistered",
            "the bot itself failed", "bot_failed");

    private static final Pattern HTTP = Pattern.compile("HTTP ([0-9]{3})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,6}");

    private Reasons() {}

    /** What this code means; empty for an empty one. */
    static String say(Phrases phrases, String code) {
        if (code.isEmpty()) {
            return "";
        }
        String own = OURS.get(code);
        if (own != null) {
            return phrases.say("code." + own);
        }
        if (DISCORD.contains(code)) {
            return phrases.say("code.discord_" + code);
        }
        Matcher http = HTTP.matcher(code);
        if (http.matches()) {
            return phrases.say("code.http", Map.of("status", http.group(1)));
        }
        return phrases.say(NUMBER.matcher(code).matches() ? "code.discord_other" : "code.other", Map.of("code", code));
    }
}
