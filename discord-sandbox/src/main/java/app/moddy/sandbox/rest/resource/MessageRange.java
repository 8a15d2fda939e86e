package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.form.FormErrors;
import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.Snowflakes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages of a channel a list is asked for.
 *
 * @param before only those older than this id; empty for no bound
 * @param after only those newer than this id, the oldest of them; empty for no bound
 * @see <a href="https://discord.com/developers/docs/resources/message#get-channel-messages">Get channel messages</a>
 */
record MessageRange(String limit, String before, String after) {
    private static final int MAX = 100;

    static MessageRange of(Map<String, String> query) {
        return new MessageRange(
                query.getOrDefault("limit", "50"), query.getOrDefault("before", ""), query.getOrDefault("after", ""));
    }

    /** Returns what is wrong with the parameters, if anything. */
    Optional<Answer> check() {
        FormErrors errors = new FormErrors();
        if (!limit.matches("[1-9][0-9]?|" + MAX)) {
            errors.add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and " + MAX + ".");
        }
        Map.of("before", before, "after", after).forEach((name, id) -> {
            if (!id.isEmpty() && !Snowflakes.isSnowflake(id)) {
                errors.add(name, "NUMBER_TYPE_COERCE", "Value \"" + id + "\" is not snowflake.");
            }
        });
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.answer());
    }

    /** Returns the messages newest first; ephemeral ones are not in a channel's list. */
    List<Message> of(Channel channel) {
        List<Message> found = channel.messages().stream()
                .filter(message -> !message.isDeleted() && !message.isEphemeral())
                .filter(message -> before.isEmpty() || compare(message, before) < 0)
                .filter(message -> after.isEmpty() || compare(message, after) > 0)
                .toList();
        int size = Math.min(Integer.parseInt(limit), found.size());
        int from = after.isEmpty() ? found.size() - size : 0;
        List<Message> newestFirst = new ArrayList<>(found.subList(from, from + size));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static int compare(Message message, String id) {
        return Long.compareUnsigned(Long.parseUnsignedLong(message.id()), Long.parseUnsignedLong(id));
    }
}
