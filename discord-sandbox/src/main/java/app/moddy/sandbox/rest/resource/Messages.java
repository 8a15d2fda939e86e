package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.rest.form.MessageForm;
import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
        if (world.isKeepingMessages()) {
            nonces.remember(message);
        } else {
            channel.forget(message);
        }
        return Answer.ok(message.sent());
    }

    Answer get(Request request) {
        return withMessage(request, message -> Answer.ok(message.fetched()));
    }

    Answer list(Request request) {
        MessageRange range = MessageRange.of(request.query());
        return range.check()
                .orElseGet(() -> access.withChannel(request, channel -> {
                    ArrayNode array = Json.array();
                    range.of(channel).forEach(message -> array.add(message.fetched()));
                    return Answer.ok(array);
                }));
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
