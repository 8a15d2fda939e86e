package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.rest.form.MessageForm;
import app.moddy.sandbox.world.CallbackType;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.World;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does with the token of an interaction after its first response, for fifteen minutes.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages">Followup</a>
 */
final class FollowUps {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final World world;
    private final ReplyDesk desk;

    FollowUps(World world, ReplyDesk desk) {
        this.world = world;
        this.desk = desk;
    }

    /** The first one after a deferral takes the place of "the bot is thinking". */
    Answer create(Request request) {
        return withInteraction(
                request,
                interaction -> MessageForm.checkNew(request.body()).orElseGet(() -> {
                    Message original = interaction.original();
                    boolean thinking =
                            interaction.callback() == CallbackType.DEFERRED_MESSAGE && !interaction.isFilled();
                    if (thinking && original != null) {
                        desk.edit(interaction, original, request.body());
                        return Answer.ok(original.fetched());
                    }
                    Message message = desk.write(interaction, request.body(), 0, false);
                    interaction.followUps().add(message);
                    return Answer.ok(message.fetched());
                }));
    }

    Answer get(Request request) {
        return withMessage(request, (interaction, message) -> Answer.ok(message.fetched()));
    }

    Answer edit(Request request) {
        return withMessage(request, (interaction, message) -> {
            boolean v2 = (message.flags() & MessageForm.COMPONENTS_V2) != 0 || MessageForm.isV2(request.body());
            return MessageForm.checkEdit(request.body(), v2).orElseGet(() -> {
                if (MessageDesk.wouldBeEmpty(message, request.body())) {
                    return DiscordError.EMPTY_MESSAGE.answer();
                }
                desk.edit(interaction, message, request.body());
                return Answer.ok(message.fetched());
            });
        });
    }

    Answer delete(Request request) {
        return withMessage(request, (interaction, message) -> {
            desk.delete(message);
            return Answer.noContent();
        });
    }

    private Answer withMessage(Request request, BiFunction<Interaction, Message, Answer> deed) {
        return withInteraction(request, interaction -> {
            Message message = find(interaction, request.path().get("message_id"));
            return message == null ? DiscordError.UNKNOWN_MESSAGE.answer() : deed.apply(interaction, message);
        });
    }

    private static @Nullable Message find(Interaction interaction, @Nullable String id) {
        Message original = interaction.original();
        if (id == null) {
            return original == null || original.isDeleted() ? null : original;
        }
        return Stream.concat(Stream.ofNullable(original), interaction.followUps().stream())
                .filter(message -> message.id().equals(id) && !message.isDeleted())
                .findFirst()
                .orElse(null);
    }

    private Answer withInteraction(Request request, Function<Interaction, Answer> deed) {
        if (!request.part("webhook_id").equals(world.users().self().id())) {
            return DiscordError.UNKNOWN_WEBHOOK.answer();
        }
        Interaction interaction = world.interactions().byToken(request.part("webhook_token"));
        if (interaction == null) {
            return DiscordError.INVALID_WEBHOOK_TOKEN.answer();
        }
        boolean expired = world.clock().now().isAfter(interaction.createdAt().plus(LIFETIME));
        if (expired || interaction.callback() == null) {
            return DiscordError.UNKNOWN_WEBHOOK.answer();
        }
        return deed.apply(interaction);
    }
}
