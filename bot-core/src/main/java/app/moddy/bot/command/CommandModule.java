package app.moddy.bot.command;

import app.moddy.bot.discord.AuditChannel;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Wires the package. Core only. Needs {@link StaffSettings}, {@link AuditChannel}, {@link
 * app.moddy.bot.user.UserLanguages}, {@link Store}, {@link Timer} and a {@link Clock}.
 */
public final class CommandModule extends AbstractModule {
    /** When the audit log is cleaned for the first time: the store is open by then. */
    record Cleaning(Duration first) {}

    @Override
    protected void configure() {
        bind(CommandDispatcher.class);
        bind(Staff.class);
        bind(CommandLimits.class).toInstance(CommandLimits.DEFAULTS);
        bind(Cleaning.class).toInstance(new Cleaning(Duration.ofMinutes(1)));
    }

    @Provides
    @Singleton
    AuditLog auditLog(Store store, AuditChannel channel, Clock clock, Timer timer, Cleaning cleaning) {
        StoredAuditLog auditLog = new StoredAuditLog(store, channel, clock, timer);
        timer.after(cleaning.first(), auditLog::clean);
        return auditLog;
    }
}
