package app.moddy.bot.discord;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A delivery that was let in. */
final class GrantedSlot implements Slot {
    private final Desk desk;
    private final Admission.Ticket ticket;
    private final AtomicBoolean used = new AtomicBoolean();

    GrantedSlot(Desk desk, Admission.Ticket ticket) {
        this.desk = desk;
        this.ticket = ticket;
    }

    @Override
    public CompletionStage<Delivery> send(DirectMessage message) {
        return run(message.warrant(), passage -> new DirectSend(desk, passage, message).send());
    }

    @Override
    public CompletionStage<Search> search(Snowflake user, String ref, Instant since, Warrant warrant) {
        return run(warrant, passage -> new FooterSearch(passage, user, ref, since).search());
    }

    CompletionStage<Delivery> mention(Mention mention) {
        return run(
                Warrant.of(mention.mayGoOut()),
                passage -> passage.calls()
                        .mention(mention, passage.errand())
                        .thenApply(answer -> DirectSend.delivery(answer, passage)));
    }

    @Override
    public void giveBack() {
        begin(Warrant.of(() -> false)).end();
    }

    private Passage begin(Warrant warrant) {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("this slot was used before");
        }
        return new Passage(desk, ticket, warrant);
    }

    /** Whatever comes of it, even a bug: it ends. */
    private <T> CompletionStage<T> run(Warrant warrant, Function<Passage, CompletionStage<T>> delivery) {
        Passage passage = begin(warrant);
        return CompletableFuture.completedStage(passage)
                .thenCompose(delivery)
                .whenComplete((result, bug) -> passage.end());
    }
}
