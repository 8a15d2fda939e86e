package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import java.util.Optional;
import java.util.function.Function;

/** Finds the channel of a request and says whether the bot may do what it asks there. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** Goes on with the channel if the bot may see it. */
    Answer withChannel(Request request, Function<Channel, Answer> deed) {
        Channel channel = world.channels().byId(request.part("channel_id"));
        if (channel == null) {
            return DiscordError.UNKNOWN_CHANNEL.answer();
        }
        return refusal(channel, Permissions.VIEW_CHANNEL).orElseGet(() -> deed.apply(channel));
    }

    /** Returns why the bot may not send here, if so. */
    Optional<Answer> refusalToSend(Channel channel) {
        User recipient = channel.recipient();
        if (recipient == null) {
            return refusal(channel, Permissions.SEND_MESSAGES);
        }
        if (recipient.isBot() || !recipient.acceptsDms()) {
            return Optional.of(DiscordError.CANNOT_SEND_TO_USER.answer());
        }
        if (!world.guilds().shareOne(recipient)) {
            return Optional.of(DiscordError.NO_MUTUAL_GUILDS.answer());
        }
        return Optional.empty();
    }

    /** Returns why the bot lacks a permission here, if so; in direct messages it has all. */
    Optional<Answer> refusal(Channel channel, long permission) {
        Guild guild = channel.guild();
        if (guild == null) {
            return Optional.empty();
        }
        Member bot = world.guilds().botIn(guild);
        if (bot == null || !bot.may(Permissions.VIEW_CHANNEL)) {
            return Optional.of(DiscordError.MISSING_ACCESS.answer());
        }
        return bot.may(permission) ? Optional.empty() : Optional.of(DiscordError.MISSING_PERMISSIONS.answer());
    }
}
