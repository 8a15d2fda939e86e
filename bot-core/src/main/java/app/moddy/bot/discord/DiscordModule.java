package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Wires the package. Core only. Needs {@link DiscordSettings}, {@link StaffChannelSettings}, {@link Store}, {@link Timer}, a
 * {@link Clock} and the metrics.
 */
public final class DiscordModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DiscordConnection.class);
        bind(DiscordStatus.class).to(CurrentStatus.class).in(Singleton.class);
        bind(DiscordLogin.class).in(Singleton.class);
        bind(DiscordCalls.class).to(JdaCalls.class).in(Singleton.class);
        bind(Messenger.class).to(PacedMessenger.class);
        bind(MemberRoles.class).to(JdaMemberRoles.class).in(Singleton.class);
        bind(DiscordMetrics.class).asEagerSingleton();
        bind(Timing.class).toInstance(Timing.DEFAULT);
    }

    @Provides
    @Singleton
    StaffChannel staffChannel(DiscordConnection connection, StaffChannelSettings settings, Timer timer) {
        return new JdaStaffChannel(connection, settings.channel(), "staff.channel_id", timer);
    }

    @Provides
    @Singleton
    AuditChannel auditChannel(DiscordConnection connection, StaffChannelSettings settings, Timer timer) {
        return new JdaStaffChannel(connection, settings.auditChannel(), "staff.audit_channel_id", timer)::tell;
    }

    @Provides
    @Singleton
    RestHealth restHealth(Clock clock) {
        return new RestHealth(clock);
    }

    @Provides
    @Singleton
    WireTap wireTap(DiscordSettings settings, Instances instances) {
        WirePace pace = new WirePace(settings.requestsPerSecond(), System::nanoTime);
        instances.whenNumberChanges(pace::divide);
        return new WireTap(pace);
    }

    /** One instance alone has a session for days; those on one database may take it from each other again and again. */
    @Provides
    @Singleton
    SessionBudget sessionBudget(Instances instances, Store store) {
        return instances.isShared() ? new SharedSessions(store) : SessionBudget.ENDLESS;
    }

    @Provides
    @Singleton
    CallsUnderWay callsUnderWay(WireTap wire) {
        return new CallsUnderWay(wire);
    }

    @Provides
    @Singleton
    Alarms alarms(Clock clock, Store store, Timer timer, StaffChannel staff) {
        return new Alarms(clock, new AlarmStore(store, timer), staff);
    }

    @Provides
    @Singleton
    PacedMessenger messenger(
            DiscordConnection connection,
            DiscordCalls calls,
            Clock clock,
            Timing timing,
            Store store,
            DiscordSettings settings,
            RestHealth health,
            Alarms alarms,
            Instances instances) {
        PaceSettings pace = new PaceSettings(settings.requestsPerSecond(), settings.newDmsPerSecond());
        PacedMessenger messenger = new PacedMessenger(calls, clock, timing.sendLimit(), store, pace, health, alarms);
        if (instances.isShared()) {
            messenger.share(instances, store);
        }
        connection.beforeLogin(() -> instances.start().thenCompose(joined -> messenger.start()));
        connection.listen(messenger);
        return messenger;
    }
}
