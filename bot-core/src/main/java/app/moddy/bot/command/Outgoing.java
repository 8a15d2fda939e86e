package app.moddy.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the caller of a command is told, ready to be sent. Immutable.
 *
 * @param below what did not fit into the message: further ones
 * @param whenTaken runs once Discord has the message
 * @param isAddition whether it stands below what is there, instead of in its place
 */
record Outgoing(MessageCreateData message, List<String> below, Runnable whenTaken, boolean isAddition) {
    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

    static Outgoing notice(MessageCreateData notice) {
        return new Outgoing(notice, List.of(), () -> {}, false);
    }

    /** The action of a plugin's reply, as it is run on the plugin's threads. */
    static Runnable on(Executor threads, Runnable action) {
        return () -> threads.execute(() -> guarded(action));
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) { // a plugin's, of whatever kind: the reply is out all the same
            log.error("What was to happen after a reply failed", e);
        }
    }

    /** The same below what is there. */
    Outgoing asAddition() {
        return new Outgoing(message, below, whenTaken, true);
    }

    /** The same with these lines below, in the message itself as far as they fit. */
    Outgoing withLines(List<String> lines) {
        String content = message.getContent();
        List<String> more = new ArrayList<>(below);
        for (String line : lines) {
            String longer = content.isEmpty() ? line : content + "\n\n" + line;
            if (longer.length() <= Message.MAX_CONTENT_LENGTH) {
                content = longer;
            } else {
                more.add(line);
            }
        }
        MessageCreateData whole =
                MessageCreateBuilder.from(message).setContent(content).build();
        return new Outgoing(whole, List.copyOf(more), whenTaken, isAddition);
    }

    /** The stage ends when Discord has it all, or has not. */
    CompletionStage<?> send(InteractionReply reply) {
        if (isAddition) {
            return reply.add(message.getContent());
        }
        return reply.answer(message)
                .thenCompose(taken -> taken ? finish(reply) : CompletableFuture.completedStage(null));
    }

    private CompletionStage<?> finish(InteractionReply reply) {
        guarded(whenTaken); // threads may refuse it
        CompletionStage<?> chain = CompletableFuture.completedStage(null);
        for (String line : below) {
            chain = chain.thenCompose(before -> reply.add(line));
        }
        return chain;
    }
}
