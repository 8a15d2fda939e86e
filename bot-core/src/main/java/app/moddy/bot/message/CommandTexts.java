package app.moddy.bot.message;

import java.util.Map;

/**
 * What one file says of commands.
 *
 * @param replies by their keys, for instance {@code notify-history.none}
 * @param words names and descriptions by their places, for instance {@code notify-history.options.user.name}
 */
record CommandTexts(Map<String, SourceText> replies, Map<String, String> words) {}
