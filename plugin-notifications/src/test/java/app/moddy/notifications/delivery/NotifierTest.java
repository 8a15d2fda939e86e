package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.store.Store;
import app.moddy.bot.user.KeptLanguages;
import app.moddy.notifications.delivery.Notifier.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class NotifierTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final MessageTemplates templates = BuiltInTemplates.load();
    private final CompletableFuture<Optional<Acceptance>> recording = new CompletableFuture<>();

    /** Other threads may take it, deliver it and record that before the thread runs that hears of its recording. */
    @Test
    void whoWaitsHearsOfAnOutcomeThatCameBeforeTheyWaited() {
        CompletableFuture<Answer> answer = notifier(new DeliveredMeanwhile())
                .deliver(new NotificationRequest(
                        new Snowflake(200000000000000001L), templates.notice("subscription_created", null, Map.of())))
                .toCompletableFuture();

        recording.complete(Optional.of(new Acceptance.Recorded(standing(Outcome.PENDING), null, null)));

        assertThat(answer).isCompletedWithValue(new Answer.Accepted(standing(Outcome.DELIVERED), false));
    }

    private static Standing standing(Outcome outcome) {
        return new Standing(1, "subscription_created", outcome, "", false, false, List.of(), 1, NOW, null, null);
    }

    private Notifier notifier(Store store) {
        return new OneRun(
                        templates,
                        NotificationSettings.defaults(),
                        store,
                        new MessengerWithRoom(64),
                        KeptLanguages.in(store),
                        new NoTimer(),
                        Clock.systemUTC(),
                        new Random(1),
                        text -> {},
                        OneRun.alone(new Random(1)))
                .notifier();
    }

    /** Tells of the recording when the test says so; all the rest has happened by then. */
    private final class DeliveredMeanwhile implements Store {
        private boolean isAsked;

        @Override
        @SuppressWarnings("unchecked") // the first write records, later ones claim
        public <T> CompletionStage<T> write(Work<T> work) {
            if (!isAsked) {
                isAsked = true;
                return (CompletionStage<T>) recording;
            }
            return CompletableFuture.completedStage((T) new Claims.Claimed(List.of(), Optional.empty()));
        }

        @Override
        @SuppressWarnings("unchecked") // only the standing is read
        public <T> CompletionStage<T> read(Work<T> work) {
            return CompletableFuture.completedStage((T) Optional.of(standing(Outcome.DELIVERED)));
        }
    }
}
