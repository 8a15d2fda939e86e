package app.moddy.bot.discord;

import app.moddy.bot.Bot;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.time.SettableClock;
import app.moddy.bot.time.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The real messenger over the real store, with a clock that the test moves and a Discord that it plays. For one thread. */
final class MessengerScene implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(25);
    static final PaceSettings USUAL = new PaceSettings(45, 1);

    final SettableClock clock = new SettableClock();
    final FakeCalls discord = new FakeCalls();
    final List<String> toldStaff = new ArrayList<>();
    final List<Runnable> later = new ArrayList<>();
    final Timer timer = new HeldTimer(later);
    final PacedMessenger messenger;
    final Store prompt;

    /** The same, where nothing can be written while that is said. */
    final Store failing = new FailingStore();

    boolean fails;
    final AlarmStore kept;
    private final SteppedStore store;
    private final Alarms alarms;

    MessengerScene(Path folder) throws Exception {
        this(folder, USUAL, Duration.ZERO);
    }

    /** One whose clock is later, or earlier, than usual when it begins. */
    MessengerScene(Path folder, PaceSettings pace, Duration begin) throws Exception {
        clock.advance(begin);
        store = SteppedStore.in(folder, Runnable::run, false);
        store.migrate("", Bot.class);
        prompt = new PromptStore(store);
        kept = new AlarmStore(prompt, timer);
        alarms = alarmsOfItsOwn();
        messenger = messengerOfItsOwn(discord, alarms, pace);
        messenger.start();
        discord.traffic().answered(200, 0); // the login
    }

    Alarms alarmsOfItsOwn() {
        return new Alarms(clock, kept, toldStaff::add);
    }

    /** Another instance's, on the same store. */
    PacedMessenger messengerOfItsOwn(FakeCalls calls) {
        PacedMessenger another = messengerOfItsOwn(calls, alarmsOfItsOwn(), USUAL);
        another.start();
        return another;
    }

    private PacedMessenger messengerOfItsOwn(FakeCalls calls, Alarms ofIts, PaceSettings pace) {
        return new PacedMessenger(calls, clock, LIMIT, prompt, pace, new RestHealth(clock), ofIts);
    }

    static Snowflake user(int number) {
        return new Snowflake(100_000_000_000_000_000L + number);
    }

    /** Knows the channel of this user from an earlier message; time passes for the pace. */
    void knows(int user) {
        pass(Duration.ofSeconds(10));
        assertDelivered(send(user));
        pass(Duration.ofSeconds(10));
    }

    private static void assertDelivered(Delivery delivery) {
        if (delivery.outcome() != DeliveryOutcome.DELIVERED) {
            throw new AssertionError(delivery);
        }
    }

    /** Sends to this user, in the slot that it takes. */
    Delivery send(int user) {
        return now(messenger.sendDirect(user(user), MessageCreateData.fromContent("Hello"), "1"));
    }

    CompletionStage<Delivery> sendIn(Slot slot, int user) {
        return slot.send(new DirectMessage(user(user), MessageCreateData.fromContent("Hello"), "1", () -> true));
    }

    List<Alarm> alarms() {
        return alarms.all();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** What a stage has by now. */
    static <T> T now(CompletionStage<T> stage) {
        AtomicReference<T> value = new AtomicReference<>();
        stage.thenAccept(value::set);
        if (value.get() == null) {
            throw new AssertionError("nothing yet: " + stage);
        }
        return value.get();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Writes at once. */
    private record PromptStore(SteppedStore stepped) implements Store {
        @Override
        public <T> CompletionStage<T> write(Work<T> work) {
            CompletionStage<T> written = stepped.write(work);
            stepped.drainOnce();
            return written;
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            return stepped.read(work);
        }
    }

    private final class FailingStore implements Store {
        @Override
        public <T> CompletionStage<T> write(Work<T> work) {
            return fails
                    ? CompletableFuture.failedStage(new StoreUnavailableException("simulated", null))
                    : prompt.write(work);
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            return prompt.read(work);
        }
    }

    /** Runs nothing by itself. */
    private record HeldTimer(List<Runnable> tasks) implements Timer {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            tasks.add(task);
        }
    }
}
