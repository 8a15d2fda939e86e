package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.time.SettableClock;
import app.moddy.bot.user.KeptLanguages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptancesTest {
    @TempDir
    private Path folder;

    private final MessageTemplates templates = BuiltInTemplates.load();
    private final SettableClock clock = new SettableClock();
    private SteppedStore store;

    @BeforeEach
    void open() throws Exception {
        store = EmptyStore.in(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private CompletableFuture<Notifier.Answer> deliver() {
        return new OneRun(
                        templates,
                        NotificationSettings.defaults(),
                        store,
                        new MessengerWithRoom(64),
                        KeptLanguages.in(store),
                        new NoTimer(),
                        clock,
                        new Random(1),
                        text -> {},
                        OneRun.alone(new Random(1)))
                .notifier()
                .deliver(new NotificationRequest(
                        new Snowflake(200000000000000001L), templates.notice("subscription_created", null, Map.of())))
                .toCompletableFuture();
    }

    /** Where many are late all would be written twice, at the worst moment. */
    @Test
    void aRequestThatIsTooLateIsRefusedAndCostsTheOthersNothing() {
        AtomicInteger runs = new AtomicInteger();
        var other = store.write(sql -> runs.incrementAndGet());
        CompletableFuture<Notifier.Answer> late = deliver();
        clock.advance(Duration.ofSeconds(6));
        store.drainOnce();
        assertThat(late)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailableException.class)
                .withMessageContaining("waited too long");
        assertThat(other.toCompletableFuture()).isCompletedWithValue(1);
        assertThat(store.read(sql -> sql.first("SELECT count(*) FROM notification", row -> row.getInt(1)))
                        .toCompletableFuture()
                        .join())
                .contains(0);
    }
}
