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
    /** When the store is open. */
    private static final Duration FIRST_CLEANING = Duration.ofMinutes(1);

    @Override
    protected void configure() {
        bind(CommandDispatcher.class);
        bind(Staff.class);
    }

    @Provides
    @Singleton
    AuditLog auditLog(Store store, AuditChannel channel, Clock clock, Timer timer) {
        StoredAuditLog auditLog = new StoredAuditLog(store, channel, clock, timer);
        timer.after(FIRST_CLEANING, auditLog::clean);
        return auditLog;
    }
}
