package app.moddy.bot.discord;

import java.io.IOException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.Request;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.internal.requests.restaction.MessageCreateActionImpl;
import okio.Okio;

/**
 * Sends a message and gives null for it: that Discord has taken it is all we want to know, and to make a message of the answer
 * takes as long as the call itself.
 */
final class UnreadPost extends MessageCreateActionImpl {
    UnreadPost(MessageChannel channel) {
        super(channel);
    }

    /** The body is let through to its end: a connection that is left before that can not be used again. */
    @Override
    protected void handleSuccess(Response response, Request<Message> request) {
        okhttp3.Response raw = response.getRawResponse();
        if (raw != null) {
            try {
                raw.body().source().readAll(Okio.blackhole());
            } catch (IOException e) {
                request.onFailure(e); // whoever asks knows that the head of it had come
                return;
            }
        }
        request.onSuccess(null);
    }
}
