package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Replies;
import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import app.moddy.bot.user.UserLanguages;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The real delivery of one run of the bot, on what a simulation gives it. */
public final class OneRun {
    private final Injector injector;

    /** Wires it. */
    public OneRun(
            MessageTemplates templates,
            NotificationSettings settings,
            Store store,
            Messenger messenger,
            UserLanguages languages,
            Timer timer,
            Clock clock,
            RandomGenerator random,
            StaffChannel staff,
            Instance instance) {
        this.injector = Guice.createInjector(new DeliveryModule(), new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                bind(MessageTemplates.class).toInstance(templates);
                bind(NotificationSettings.class).toInstance(settings);
                bind(Metrics.class).toInstance(new MetricsRegistry().core());
                bind(Store.class).toInstance(store);
                bind(Messenger.class).toInstance(messenger);
                bind(UserLanguages.class).toInstance(languages);
                bind(Timer.class).toInstance(timer);
                bind(Clock.class).toInstance(clock);
                bind(RandomGenerator.class).toInstance(random);
                bind(Instance.class).toInstance(instance);
                bind(StaffChannel.class).toInstance(staff);
                bind(Replies.class).toInstance((language, key, values) -> key);
            }
        });
    }

    /** One beside which there is no other. */
    public static Instance alone(RandomGenerator random) {
        String id = Long.toHexString(random.nextLong());
        return new Instance() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public boolean isLive() {
                return true;
            }

            @Override
            public long absences() {
                return 0;
            }

            @Override
            public void whenOthersChange(Runnable then) {}
        };
    }

    /** Who holds its leases. */
    public String id() {
        return injector.getInstance(Run.class).id();
    }

    /** Begins as the bot does: what other runs have left is taken over at once. */
    public void startAlone() {
        injector.getInstance(Delivering.class).start();
    }

    /** Begins beside a run that may not have ended: its leases must end by themselves. */
    public void startBeside() {
        injector.getInstance(Dispatcher.class).start();
        injector.getInstance(Housekeeping.class).start();
    }

    /** The way in. */
    public Notifier notifier() {
        return injector.getInstance(Notifier.class);
    }

    /** Erases users. */
    public Erasure erasure() {
        return injector.getInstance(Erasure.class);
    }

    /** Staff's retries. */
    public Retrying retrying() {
        return injector.getInstance(Retrying.class);
    }

    /** Staff's retries of all that has failed. */
    public RetryingFailed retryingFailed() {
        return injector.getInstance(RetryingFailed.class);
    }

    /** Its process is asked to end. */
    public void leave() {
        injector.getInstance(Delivering.class).leave();
    }

    /** Its process has ended, but for its database. */
    public void giveBack() {
        injector.getInstance(Delivering.class).giveBack();
    }
}
