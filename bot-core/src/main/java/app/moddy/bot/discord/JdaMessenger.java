package app.moddy.bot.discord;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.entities.channel.concrete.PrivateChannelImpl;

/** Sends through JDA, and makes one {@link Delivery} of everything that can come back. */
final class JdaMessenger implements Messenger {
    /**
     * JDA's own queue has no bound and each call on the wire a thread; Discord takes 50 calls a second, so this is more than
     * it can take in our time limit.
     */
    private static final int MOST_IN_FLIGHT = 400;

    private static final int MOST_KNOWN_USERS = 100_000;

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Delivery DELIVERED = Delivery.of(DeliveryOutcome.DELIVERED, "");

    private final DiscordConnection connection;
    private final WireTap wire;
    private final Timing timing;
    private final DmChannels channels = new DmChannels(MOST_KNOWN_USERS);
    private final Semaphore room = new Semaphore(MOST_IN_FLIGHT);
    private final Map<SendAttempt, CompletableFuture<Message>> underWay = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    @Inject
    JdaMessenger(DiscordConnection connection, WireTap wire, Timing timing) {
        this.connection = connection;
        this.wire = wire;
        this.timing = timing;
        connection.whenLeaving(this::drain);
    }

    /** What Discord has not answered after a while is given up, so that whoever waits for it has an answer before the end. */
    private void drain() {
        leaving = true;
        CompletableFuture.delayedExecutor(timing.drain().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> underWay.values()
                        .forEach(sent -> sent.completeExceptionally(new CancellationException("leaving"))));
    }

    @Override
    public CompletionStage<Delivery> sendDirect(Snowflake user, MessageCreateData message, String nonce) {
        JDA jda = connection.jda().orElse(null);
        if (jda == null || leaving) {
            return notNow(leaving ? "shutting down" : "not connected to Discord");
        }
        if (!room.tryAcquire()) {
            return notNow("too many in flight");
        }
        SendAttempt attempt = new SendAttempt();
        wire.watch(nonce, attempt);
        CompletableFuture<Message> sending = send(jda, user, message, nonce, attempt)
                .orTimeout(timing.sendLimit().toMillis(), TimeUnit.MILLISECONDS);
        underWay.put(attempt, sending);
        return sending.handle((sent, failure) -> failure == null ? DELIVERED : delivery(failure, attempt))
                .whenComplete((delivery, bug) -> {
                    underWay.remove(attempt);
                    wire.forget(nonce);
                    room.release();
                });
    }

    private static CompletionStage<Delivery> notNow(String why) {
        return CompletableFuture.completedStage(Delivery.notNow(why, SOON));
    }

    private CompletableFuture<Message> send(
            JDA jda, Snowflake user, MessageCreateData message, String nonce, SendAttempt attempt) {
        Long known = channels.of(user);
        if (known == null) {
            return openAndPost(jda, user, message, nonce, attempt);
        }
        // JDA's public interface knows only channels that it has cached; opening one again would cost a call.
        return post(new PrivateChannelImpl(jda, known, null), message, nonce, attempt)
                .exceptionallyCompose(failure -> {
                    if (!isChannelGone(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    channels.forget(user);
                    return openAndPost(jda, user, message, nonce, attempt);
                });
    }

    private CompletableFuture<Message> openAndPost(
            JDA jda, Snowflake user, MessageCreateData message, String nonce, SendAttempt attempt) {
        return CompletableFuture.completedFuture(user)
                .thenCompose(someone -> jda.openPrivateChannelById(someone.id())
                        .setCheck(attempt::isOpen)
                        .submit())
                .thenCompose(channel -> post(channel, message, nonce, attempt).whenComplete((sent, failure) -> {
                    if (!(unwrap(failure) instanceof UnsupportedOperationException)) { // a bot: nothing to remember
                        channels.remember(user, channel.getIdLong());
                    }
                }));
    }

    private static CompletableFuture<Message> post(
            PrivateChannel channel, MessageCreateData message, String nonce, SendAttempt attempt) {
        return CompletableFuture.completedFuture(channel)
                .thenCompose(open -> open.sendMessage(message)
                        .setNonce(nonce)
                        .setAllowedMentions(List.of())
                        .setCheck(attempt::isOpen)
                        .submit());
    }

    private Delivery delivery(Throwable failure, SendAttempt attempt) {
        Throwable cause = unwrap(failure);
        if (cause instanceof UnsupportedOperationException) { // JDA's way to say: a bot, or ourselves
            return Delivery.of(DeliveryOutcome.USER_NOT_FOUND, "a bot");
        }
        if (cause instanceof TimeoutException) {
            return attempt.abandon("no answer within " + timing.sendLimit().toMillis() + " ms");
        }
        if (cause instanceof ErrorResponseException error) {
            return ErrorCodes.verdict(error)
                    .map(verdict -> answered(verdict, ErrorCodes.describe(error), attempt))
                    .orElseGet(() -> attempt.abandon("no connection"));
        }
        if (cause instanceof RejectedExecutionException || cause instanceof CancellationException) {
            return attempt.abandon("shutting down");
        }
        throw new CompletionException(cause); // a bug: whoever asked logs it
    }

    private static Delivery answered(Verdict verdict, String code, SendAttempt attempt) {
        return switch (verdict.kind()) {
            case DELIVERED -> DELIVERED;
            case USER_NOT_FOUND -> Delivery.of(DeliveryOutcome.USER_NOT_FOUND, code);
            case DM_CLOSED -> Delivery.of(DeliveryOutcome.DM_CLOSED, code);
            case REFUSED, CHANNEL_GONE -> Delivery.of(DeliveryOutcome.REFUSED, code);
            case NOT_NOW -> {
                attempt.answered(verdict, code); // an answer to the opening of the DM has no nonce to be seen by
                yield attempt.abandon(code);
            }
            case UNKNOWN -> attempt.abandon(code);
        };
    }

    private static boolean isChannelGone(Throwable failure) {
        return unwrap(failure) instanceof ErrorResponseException error
                && ErrorCodes.verdict(error)
                        .filter(verdict -> verdict.kind() == Verdict.Kind.CHANNEL_GONE)
                        .isPresent();
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
