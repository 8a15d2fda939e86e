package app.moddy.notifications.delivery;

import app.moddy.bot.instance.Instance;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;

/** Wires the package. Needs {@link NotificationSettings} and core's services. */
public final class DeliveryModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Notifier.class).in(Singleton.class);
        bind(Delivering.class).in(Singleton.class);
        bind(Erasure.class).in(Singleton.class);
        bind(History.class).in(Singleton.class);
        bind(Inbox.class).in(Singleton.class);
        bind(Retrying.class).in(Singleton.class);
        bind(RetryingFailed.class).in(Singleton.class);
        bind(Statistics.class).in(Singleton.class);
        bind(Acceptances.class).in(Singleton.class);
        bind(Attempts.class).in(Singleton.class);
        bind(Backoff.class).in(Singleton.class);
        bind(Claims.class).in(Singleton.class);
        bind(DeliveryMetrics.class).in(Singleton.class);
        bind(Dispatcher.class).in(Singleton.class);
        bind(Endings.class).in(Singleton.class);
        bind(Expiry.class).in(Singleton.class);
        bind(Fallback.class).in(Singleton.class);
        bind(Housekeeping.class).in(Singleton.class);
        bind(Leases.class).in(Singleton.class);
        bind(NoticeJson.class).in(Singleton.class);
        bind(NotificationIds.class).in(Singleton.class);
        bind(Results.class).in(Singleton.class);
        bind(Retention.class).in(Singleton.class);
        bind(Sender.class).in(Singleton.class);
        bind(StaffQuestions.class).in(Singleton.class);
        bind(Waiters.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Run run(Instance instance) {
        return new Run(instance.id());
    }
}
