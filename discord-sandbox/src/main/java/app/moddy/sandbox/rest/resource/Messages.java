package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.rest.form.FormErrors;
import app.moddy.sandbox.rest.form.MessageForm;
import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Channels and the messages in them.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message">Message resource</a>
 */
final class Messages {
    private final World world;
    private final Access access;
    private final MessageDesk desk;
    private final Nonces nonces;

    Messages(World world, MessageDesk desk) {
        this.world = world;
        this.access = new Access(world);
        this.desk = desk;
        this.nonces = new Nonces(world.clock());
    }

    Answer channel(Request request) {
        return access.withChannel(request, channel -> Answer.ok(channel.json()));
    }

    Answer create(Request request) {
        return access.withChannel(
                request,
                channel -> MessageForm.checkNew(request.body())
                        .or(() -> access.refusalToSend(channel))
                        .orElseGet(() -> once(channel, request)));
    }

    private Answer once(Channel channel, Request request) {
        boolean enforced = request.body().path("enforce_nonce").asBoolean();
        String nonce = request.body().path("nonce").asText("");
        Optional<Message> earlier = enforced ? nonces.find(channel, nonce) : Optional.empty();
        if (earlier.isPresent()) {
            boolean gone = earlier.get().isDeleted();
            return gone
                    ? DiscordError.UNKNOWN_MESSAGE.answer()
                    : Answer.ok(earlier.get().sent());
        }
        Message message = desk.write(channel, request.body(), 0, Json.object());
        nonces.remember(message);
        return Answer.ok(message.sent());
    }

    Answer get(Request request) {
        return withMessage(request, message -> Answer.ok(message.fetched()));
    }

    /** Newest first. */
    Answer list(Request request) {
        String limitText = request.query().getOrDefault("limit", "50");
        int limit = limitText.matches("\\d{1,3}") ? Integer.parseInt(limitText) : 0;
        if (limit < 1 || limit > 100) {
            FormErrors errors = new FormErrors();
            errors.add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            return errors.answer();
        }
        long before = Long.parseUnsignedLong(request.query().getOrDefault("before", Long.toString(Long.MAX_VALUE)));
        long after = Long.parseUnsignedLong(request.query().getOrDefault("after", "0"));
        return access.withChannel(request, channel -> {
            List<Message> found = new ArrayList<>(channel.messages().stream()
                    .filter(message -> !message.isDeleted() && !message.isEphemeral())
                    .filter(message -> Long.parseUnsignedLong(message.id()) < before)
                    .filter(message -> Long.parseUnsignedLong(message.id()) > after)
                    .toList());
            boolean oldestCount = request.query().containsKey("after");
            int size = Math.min(limit, found.size());
            found = oldestCount
                    ? new ArrayList<>(found.subList(0, size))
                    : new ArrayList<>(found.subList(found.size() - size, found.size()));
            Collections.reverse(found);
            ArrayNode array = Json.array();
            found.forEach(message -> array.add(message.fetched()));
            return Answer.ok(array);
        });
    }

    Answer edit(Request request) {
        return withMessage(request, message -> {
            if (message.author() != world.users().self()) {
                return DiscordError.NOT_AUTHOR.answer();
            }
            boolean v2 = (message.flags() & MessageForm.COMPONENTS_V2) != 0 || MessageForm.isV2(request.body());
            return MessageForm.checkEdit(request.body(), v2).orElseGet(() -> {
                if (MessageDesk.wouldBeEmpty(message, request.body())) {
                    return DiscordError.EMPTY_MESSAGE.answer();
                }
                desk.edit(message, request.body(), MissingNode.getInstance());
                return Answer.ok(message.fetched());
            });
        });
    }

    Answer delete(Request request) {
        return withMessage(request, message -> {
            boolean own = message.author() == world.users().self();
            if (!own && message.channel().guild() == null) {
                return DiscordError.INVALID_DM_ACTION.answer();
            }
            long needed = own ? Permissions.VIEW_CHANNEL : Permissions.MANAGE_MESSAGES;
            return access.refusal(message.channel(), needed).orElseGet(() -> {
                desk.delete(message);
                return Answer.noContent();
            });
        });
    }

    /** Ephemeral messages do not exist here: they are reached through their interaction only. */
    private Answer withMessage(Request request, Function<Message, Answer> deed) {
        return access.withChannel(request, channel -> {
            Message message = channel.message(request.part("message_id"));
            boolean hidden = message == null || message.isEphemeral();
            return hidden ? DiscordError.UNKNOWN_MESSAGE.answer() : deed.apply(message);
        });
    }
}
