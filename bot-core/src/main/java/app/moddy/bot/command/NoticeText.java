package app.moddy.bot.command;

import java.util.Map;

/**
 * A sentence of core's to who uses a command, in no language yet.
 *
 * @param key which one: {@code notice.<key>} of core's template files
 * @param values what stands in it
 */
record NoticeText(String key, Map<String, ?> values) {
    static final NoticeText NOT_YOURS = of("not-yours");
    static final NoticeText GUILD_ONLY = of("guild-only");
    static final NoticeText NOT_HERE = of("not-here");
    static final NoticeText UNKNOWN = of("unknown");
    static final NoticeText RESTARTING = of("restarting");
    static final NoticeText BUSY = of("busy");
    static final NoticeText BUTTON_OVER = of("button-over");
    static final NoticeText STORE_UNAVAILABLE = of("store-unavailable");
    static final NoticeText STORE_UNCERTAIN = of("store-uncertain");

    private static NoticeText of(String key) {
        return new NoticeText(key, Map.of());
    }

    static NoticeText of(String key, String name, Object value) {
        return new NoticeText(key, Map.of(name, value));
    }
}
