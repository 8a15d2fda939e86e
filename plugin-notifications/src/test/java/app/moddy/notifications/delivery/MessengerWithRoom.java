package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.DirectMessage;
import app.moddy.bot.discord.Mention;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Outlook;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Search;
import app.moddy.bot.discord.Slot;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.discord.Warrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Has so many slots, and sends nothing.
 *
 * @param taken how many are out now
 */
record MessengerWithRoom(int slots, AtomicInteger taken) implements Messenger {
    MessengerWithRoom(int slots) {
        this(slots, new AtomicInteger());
    }

    private record Unused(AtomicInteger taken) implements Slot {
        @Override
        public CompletionStage<Delivery> send(DirectMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Search> search(Snowflake user, String ref, Instant since, Warrant warrant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void giveBack() {
            taken.decrementAndGet();
        }
    }

    @Override
    public Optional<Slot> slot(Reach reach) {
        if (room(reach) == 0) {
            return Optional.empty();
        }
        taken.incrementAndGet();
        return Optional.of(new Unused(taken));
    }

    @Override
    public int room(Reach reach) {
        return slots - taken.get();
    }

    @Override
    public Duration untilRoom(Reach reach) {
        return Duration.ZERO;
    }

    @Override
    public Duration timeFor(long messages, Reach reach) {
        return Duration.ZERO;
    }

    @Override
    public CompletionStage<Reach> reach(Snowflake user) {
        return CompletableFuture.completedStage(Reach.KNOWN);
    }

    @Override
    public CompletionStage<Delivery> sendDirect(Snowflake user, MessageCreateData content, String nonce) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Delivery> mention(Mention mention) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void askAgain(Snowflake user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Outlook> outlook(Snowflake user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> forget(Snowflake user) {
        throw new UnsupportedOperationException();
    }
}
